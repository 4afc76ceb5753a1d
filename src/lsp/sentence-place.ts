/**
 * Where a sentence is defined. Its pattern is a literal in the source, for other editors look for it there,
 * too; so it is looked for as text.
 */
import type { Location } from 'vscode-languageserver';
import type { Wording } from '../../steps/support/catalogue';
import { rangeIn } from './open-feature';
import type { SourceFile } from './surroundings';

/** `undefined` where the sources are not at hand. */
export function placeOf({ pattern }: Wording, files: readonly SourceFile[]): Location | undefined {
  for (const { uri, text } of files) {
    const at = [`'${pattern}'`, `"${pattern}"`]
      .map((word) => text.indexOf(word))
      .find((it) => it >= 0);
    if (at === undefined) continue;
    const before = text.slice(0, at).split('\n');
    const column = before.at(-1)?.length ?? 0;
    return { uri, range: rangeIn(before.length - 1, column + 1, column + 1 + pattern.length) };
  }
  return undefined;
}
