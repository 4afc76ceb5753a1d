/**
 * What a student is known by: in the name of what was handed in, in a roster, in a gradebook. Two are one
 * where all that both know points to one (`pair.ts`), so a key may be a guess, but must be comparable.
 */

/** `canvas` is Canvas's number of the user, `participant` Moodle's of the participant in one assignment. */
export const KEY_KINDS = [
  'folder',
  'canvas',
  'participant',
  'id',
  'login',
  'email',
  'name',
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** As made by `keysFrom`, so that equal keys are equal strings. */
export type Keys = Readonly<Record<KeyKind, readonly string[]>>;

/**
 * @param known values of each kind; a login is guessed of an e-mail address, for most are its first part
 */
export function keysFrom(known: Partial<Readonly<Record<KeyKind, readonly string[]>>>): Keys {
  const texts = (kind: KeyKind) => (known[kind] ?? []).map(comparable).filter(isSomething);
  const email = texts('email');
  return {
    folder: texts('folder'),
    canvas: texts('canvas'),
    participant: texts('participant'),
    id: texts('id'),
    login: [...texts('login'), ...email.map((address) => address.replace(/@.*/, ''))],
    email,
    name: (known.name ?? []).flatMap(turnsOf),
  };
}

/** Composed, for archives of a Mac hold Korean in parts; without case, as logins and e-mail are. */
function comparable(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/**
 * `Kim, Minsu` is `Minsu Kim` is `kimminsu`: the words of a name begun at each of them, without blanks
 * and signs.
 */
function turnsOf(name: string): string[] {
  const words = comparable(name)
    .split(/[\s,]+/)
    .map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
    .filter(isSomething)
    .slice(0, NAME_WORDS_MAX);
  return words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(''));
}

const NAME_WORDS_MAX = 12;

function isSomething(text: string): boolean {
  return text !== '';
}
