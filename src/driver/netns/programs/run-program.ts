/** Which program a stimulus is. */
import type { Outcome, Stimulus } from '../../stimulus';
import { arpingWords, readArping } from './arping';
import { connect } from './connect';
import { inject } from './inject';
import { pingWords, readPing } from './ping';
import type { BareOutcome, Site } from './program';
import { readTraceroute, tracerouteWords } from './traceroute';

/** A ping may last as long as it was told to. */
const PATIENCE_MS = 120_000;

type PacketStimulus = Exclude<Stimulus, { readonly kind: 'command' }>;

/** Runs it to its end. */
export async function runProgram(
  site: Site,
  stimulus: PacketStimulus,
): Promise<BareOutcome<Outcome>> {
  const run = (words: readonly string[]) =>
    site.lab.run(stimulus.from, words, { patienceMs: PATIENCE_MS });
  switch (stimulus.kind) {
    case 'ping':
      return readPing(stimulus, await run(pingWords(stimulus)));
    case 'traceroute':
      return readTraceroute(stimulus, await run(tracerouteWords(stimulus)));
    case 'arping':
      return readArping(stimulus, await run(arpingWords(stimulus)));
    case 'connect':
      return connect(site, stimulus);
    case 'inject':
      return inject(site, stimulus);
  }
}
