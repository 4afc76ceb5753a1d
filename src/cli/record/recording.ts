/**
 * A recording that can be relied upon: the same scenario several times, with the same outcome.
 */

import { NotObservedError } from '../../driver/driver';
import { missingForNetns } from '../../driver/netns/requirements';
import { canonical } from '../../observe/canonical';
import { diff, formatDifference } from '../../observe/diff';
import type { JsonObject } from '../../observe/json';
import { observationText, observeText, readScenario } from '../../observe/observation-text';
import { RefusedByKernelError } from '../../record/real-hosts';
import { record } from '../../record/record';
import { nothingEstablished, wrongUse } from '../exit-code';
import { scenarioFailure } from '../scenario-failure';

/**
 * @returns the observation's text
 * @throws CliError where it cannot be recorded, or differs from one time to the next
 */
export async function recording(file: string, text: string, runs: number): Promise<string> {
  const missing = missingForNetns();
  if (missing.length > 0) {
    throw nothingEstablished(`nothing can be recorded here without ${missing.join('; and ')}`);
  }
  const first = await recordOnce(file, text);
  for (let run = 2; run <= runs; run++) {
    const [difference] = diff(canonical(await recordOnce(file, text)), canonical(first), 1);
    if (difference === undefined) continue;
    throw nothingEstablished(
      `${file}: run ${run} differs from the first; nothing was written\n${formatDifference(difference)}`,
    );
  }
  return observationText(first);
}

async function recordOnce(file: string, text: string): Promise<JsonObject> {
  try {
    const { scenario, spelled } = readScenario(text);
    return await record(scenario, spelled);
  } catch (error) {
    if (error instanceof RefusedByKernelError) throw wrongUse(`${file}: ${error.message}`);
    if (error instanceof NotObservedError) throw nothingEstablished(`${file}: ${error.message}`);
    throw scenarioFailure(file, error);
  }
}

/** @returns a text for each place where the simulated kernel does otherwise */
export function differencesFromSimulated(text: string, observation: string): readonly string[] {
  const simulated = canonical(JSON.parse(observeText(text)));
  return diff(simulated, canonical(JSON.parse(observation))).map(formatDifference);
}
