/**
 * An attack on the grading of a class: what somebody hands in, and what he is told.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Attack {
  /** The name of his folder or archive, without `.zip`; letters and dashes but where the name is the attack. */
  readonly name: string;
  readonly handedIn: HandedIn;
  readonly expected: Expected;
}

/** Files by their paths; a ZIP archive's bytes; or whatever can be done to a folder. */
export type HandedIn =
  | { readonly files: Readonly<Record<string, string | Uint8Array>> }
  | { readonly archive: () => Uint8Array }
  | { readonly make: (folder: string) => void };

/** What must come of it. `ungradable`: no attempt is used up. */
export type Expected =
  | { readonly state: 'ungradable'; readonly message: RegExp }
  /** Harmless: judged as anybody else's, of 20. Where a message is, it is what a problem or a check says. */
  | { readonly state: 'graded'; readonly score: number; readonly message?: RegExp };

export function ungradable(message: RegExp): Expected {
  return { state: 'ungradable', message };
}

export function graded(score: number, message?: RegExp): Expected {
  return message === undefined ? { state: 'graded', score } : { state: 'graded', score, message };
}

/** Stands in a text for a port of this machine where somebody listens. */
export const PORT = '@port@';

/** Puts it where submissions are. */
export function handIn(
  { name, handedIn }: Pick<Attack, 'name' | 'handedIn'>,
  place: string,
  port = 1,
): void {
  if ('archive' in handedIn) {
    writeFileSync(join(place, `${name}.zip`), handedIn.archive());
    return;
  }
  const folder = join(place, name);
  mkdirSync(folder);
  if ('make' in handedIn) handedIn.make(folder);
  else writeFiles(folder, handedIn.files, port);
}

export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  port = 1,
): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const isText = typeof content === 'string';
    writeFileSync(join(folder, path), isText ? content.replaceAll(PORT, `${port}`) : content);
  }
}
