/**
 * `label` and `annotate`: words that stand in `metadata` come, go and change (k8s.io/kubectl,
 * pkg/cmd/label, pkg/cmd/annotate).
 */
import type { CommandResult } from '../../../commands/command';
import type { JsonObject } from '../go-yaml';
import { type ApiObject, mapAt, textAt } from './api-object';
import { type KubectlError, ownError } from './complaint';
import { draftValue, storedValue } from './draft-object';
import type { Flag } from './flags';
import { objectName } from './resource-type';
import { SELECTION_FLAGS, type Selected, selectObjects } from './select-objects';
import { storedKind, storeObjects } from './store-objects';
import type { Call } from './verb';

export const MARK_FLAGS: readonly Flag[] = [
  ...SELECTION_FLAGS,
  { name: 'all', takes: 'switch' },
  { name: 'overwrite', takes: 'switch' },
  { name: 'resource-version', takes: 'text', isUnmodelled: true },
  { name: 'local', takes: 'switch', isUnmodelled: true },
  { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
  { name: 'filename', letter: 'f', takes: 'text', isUnmodelled: true },
  { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
  { name: 'field-manager', takes: 'text' },
];

/** Which of the two, and its words. */
interface MarkWords {
  readonly field: 'labels' | 'annotations';
  /** `label` */
  readonly noun: string;
  /** What the object has been where something came or changed, where it only lost, and where neither. */
  readonly done: { readonly set: string; readonly removed: string; readonly nothing: string };
}

interface Marks {
  readonly set: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

const IS_MARK = /^[^/=]+(\/[^=]+)?(=|-$)/;

export function changeMarks(call: Call, words: MarkWords): CommandResult {
  const { operands } = call.words;
  const first = operands.findIndex((word, at) => at > 0 && IS_MARK.test(word) && isNoObject(word));
  const marks = readMarks(first < 0 ? [] : operands.slice(first), words.noun);
  const named = first < 0 ? operands : operands.slice(0, first);
  refuseOpen(call, named);
  const { found, missing } = selectObjects({ ...call, words: { ...call.words, operands: named } });
  const results = found.map((one) => changeOne(call, one, marks, words));
  return {
    stdout: results.map(({ stdout }) => stdout).join(''),
    stderr: [
      ...results.map(({ stderr }) => stderr),
      ...missing.map(({ message }) => `${message}\n`),
    ].join(''),
    exit: Math.max(missing.length > 0 ? 1 : 0, ...results.map(({ exit }) => exit)),
  };
}

/** `pod/pod1` is an object, and `example.com/team=a` a mark. */
function isNoObject(word: string): boolean {
  return word.includes('=') || word.endsWith('-');
}

function refuseOpen({ words }: Call, named: readonly string[]): void {
  const isOpen = named.length === 1 && !named[0]?.includes('/');
  const isBounded = words.isOn('all') || words.has('selector') || words.has('field-selector');
  if (isOpen && !isBounded) throw ownError('resource(s) were provided, but no name was specified');
}

function readMarks(specs: readonly string[], noun: string): Marks {
  if (specs.length === 0) throw ownError(`at least one ${noun} update is required`);
  const set = new Map<string, string>();
  const removed: string[] = [];
  for (const spec of specs) {
    const end = spec.indexOf('=');
    if (end < 0 && spec.endsWith('-')) removed.push(spec.slice(0, -1));
    else if (end <= 0 || (noun === 'label' && spec.includes('=', end + 1))) {
      throw ownError(`invalid ${noun} spec: ${spec}`);
    } else set.set(spec.slice(0, end), spec.slice(end + 1));
  }
  const both = removed.find((name) => set.has(name));
  if (both !== undefined)
    throw ownError('can not both modify and remove a label in the same command');
  return { set, removed };
}

function changeOne(
  call: Call,
  { type, object }: Selected,
  marks: Marks,
  { field, noun, done }: MarkWords,
): CommandResult {
  const kind = storedKind(type);
  const { name, namespace } = object.metadata;
  const clash = call.words.isOn('overwrite') ? undefined : clashOf(object, field, marks);
  if (clash !== undefined) return { stdout: '', stderr: `${clash.message}\n`, exit: 1 };
  const before = mapAt(object, 'metadata', field);
  const absent = marks.removed.filter((mark) => before[mark] === undefined);
  const notes = absent.map((mark) => `${noun} "${mark}" not found.\n`).join('');
  const setsSome = [...marks.set].some(([mark, value]) => before[mark] !== value);
  const removesSome = absent.length < marks.removed.length;
  const word = setsSome ? done.set : removesSome ? done.removed : done.nothing;
  if (!setsSome && !removesSome) {
    const stdout = `${notes}${objectName(type, name)} ${done.nothing}\n`;
    return { stdout, stderr: '', exit: 0 };
  }
  const key = `kubectl ${field} ${kind.apiVersion} ${kind.kind} ${namespace}/${name} ${JSON.stringify([...marks.set, marks.removed])}`;
  const result = storeObjects(
    call.cluster,
    key,
    [
      {
        type,
        name,
        namespace,
        occasion: '',
        draft: (control) =>
          draftValue(kind, marked(storedValue(control, kind, name, namespace), field, marks), name),
      },
    ],
    () => word,
  );
  return { ...result, stdout: notes + result.stdout };
}

function clashOf(
  object: ApiObject,
  field: MarkWords['field'],
  { set }: Marks,
): KubectlError | undefined {
  for (const [mark, value] of set) {
    const before = textAt(object, 'metadata', field, mark);
    const isThere = mapAt(object, 'metadata', field)[mark] !== undefined;
    if (isThere && before !== value) {
      return ownError(`'${mark}' already has a value (${before}), and --overwrite is false`);
    }
  }
  return undefined;
}

function marked(value: JsonObject, field: MarkWords['field'], { set, removed }: Marks): JsonObject {
  const metadata = mapAt(value, 'metadata');
  const kept = Object.entries(mapAt(metadata, field)).filter(([mark]) => !removed.includes(mark));
  const marks = Object.fromEntries([...kept, ...set]);
  return { ...value, metadata: { ...metadata, [field]: marks } };
}
