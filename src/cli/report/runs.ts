/**
 * Which message files are parts of one run and which are runs of their own. Parts (`run --shard 1/2`)
 * have the same features and no scenario in common; a scenario that two files hold was run twice.
 */
import type { Envelope } from '@cucumber/messages';
import { readMessageFile } from './message-file';

/** What a file holds, as far as that question goes. */
export interface MessageFile {
  readonly path: string;
  /** From a feature's path to its text. */
  readonly features: ReadonlyMap<string, string>;
  /** The scenarios that were run: `features/nat/outgoing.feature:12`. */
  readonly scenarios: ReadonlySet<string>;
}

/** @throws CliError where a file cannot be read */
export async function lookInto(path: string): Promise<MessageFile> {
  const features = new Map<string, string>();
  const scenarios = new Set<string>();
  const pickles = new Map<string, string>();
  const cases = new Map<string, string>();
  await readMessageFile(path, ({ source, pickle, testCase, testCaseStarted }: Envelope) => {
    if (source !== undefined) features.set(source.uri, source.data);
    if (pickle !== undefined) {
      pickles.set(pickle.id, `${pickle.uri}:${pickle.location?.line ?? pickle.name}`);
    }
    if (testCase !== undefined) cases.set(testCase.id, pickles.get(testCase.pickleId) ?? '');
    if (testCaseStarted !== undefined) scenarios.add(cases.get(testCaseStarted.testCaseId) ?? '');
  });
  return { path, features, scenarios };
}

/** A file joins the run before it where it can be a part of that. */
export function runsOf(files: readonly MessageFile[]): readonly (readonly MessageFile[])[] {
  const runs: MessageFile[][] = [];
  for (const file of files) {
    const run = runs.at(-1);
    if (run?.every((part) => arePartsOfOne(part, file))) run.push(file);
    else runs.push([file]);
  }
  return runs;
}

function arePartsOfOne(one: MessageFile, other: MessageFile): boolean {
  const isTextSame = [...one.features].every(([uri, text]) => {
    const otherText = other.features.get(uri);
    return otherText === undefined || otherText === text;
  });
  return isTextSame && [...one.scenarios].every((scenario) => !other.scenarios.has(scenario));
}
