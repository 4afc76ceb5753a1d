/**
 * The labs and manifests that a scenario brings in, by the sentences that bring them.
 */
import { NotEstablishedError } from '../../steps/support/not-established';
import type { WrittenArgument } from '../../steps/support/read-step';
import { DEFAULT_LAB, type ReadInput } from '../../steps/support/world';
import { type Run, type Step, sentenceOf } from './spec';

/** A text of manifests, and the sentence that brings it in. */
export interface Input {
  /** As errors call it: `features/manifests/one-pod.yaml`. */
  readonly source: string;
  readonly yaml: string;
  /** Where the file lies; `undefined` for a text that stands in the feature. */
  readonly path: string | undefined;
  /** `undefined` for the lab of a scenario that names none. */
  readonly step: Step | undefined;
  /** Whether the cluster may refuse it, or perhaps never gets it. */
  readonly isTried: boolean;
}

/** A sentence that names a file which is not there. */
export interface MissingInput {
  readonly step: Step;
  readonly room: Room;
  /** The argument that names it. */
  readonly name: WrittenArgument;
  readonly says: string;
}

type Room = Parameters<ReadInput>[0];

/** What the sentences do with manifests, by their ids; a file is named by the argument of this place. */
const BRINGING: ReadonlyMap<string, { readonly file?: number; readonly isTried?: true }> = new Map([
  ['manifests.file', { file: 0 }],
  ['manifests.text', {}],
  ['manifests.file.applied', { file: 0 }],
  ['manifests.text.applied', {}],
  ['manifests.tried', { isTried: true }],
  ['terminal.manifests', { file: 2, isTried: true }],
]);

const LAB = 'lab';

/** In the order in which they are applied; the lab comes first. */
export function inputsOf(
  run: Run,
  read: ReadInput,
): { readonly inputs: readonly Input[]; readonly missing: readonly MissingInput[] } {
  const inputs: Input[] = [];
  const missing: MissingInput[] = [];
  const bring = (step: Step, room: Room, at: number, isTried: boolean) => {
    const name = sentenceOf(step)?.written[at];
    if (name === undefined) return;
    const found = readFile(read, room, name.text);
    if (typeof found === 'string') missing.push({ step, room, name, says: found });
    else inputs.push({ ...found, step, isTried });
  };
  const labs = run.steps.filter((step) => sentenceOf(step)?.entry.id === LAB);
  const [lab] = labs;
  if (lab === undefined) {
    const found = readFile(read, 'labs', DEFAULT_LAB);
    if (typeof found !== 'string') inputs.push({ ...found, step: undefined, isTried: false });
  } else bring(lab, 'labs', 0, false);
  for (const step of run.steps) {
    const way = BRINGING.get(sentenceOf(step)?.entry.id ?? '');
    if (way === undefined) continue;
    const isTried = way.isTried === true;
    if (way.file !== undefined) bring(step, 'manifests', way.file, isTried);
    else if (step.docString !== undefined) {
      const { text: yaml } = step.docString;
      inputs.push({ source: IN_PLACE, yaml, path: undefined, step, isTried });
    }
  }
  return { inputs, missing };
}

/** What a text in a feature is called. */
const IN_PLACE = 'these manifests';

/** @returns why there is no such file, where there is none */
function readFile(
  read: ReadInput,
  room: Room,
  name: string,
): Pick<Input, 'source' | 'yaml' | 'path'> | string {
  try {
    const { source, yaml, path } = read(room, name);
    return { source, yaml, path };
  } catch (error) {
    if (error instanceof NotEstablishedError) return error.message;
    throw error;
  }
}
