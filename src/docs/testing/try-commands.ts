/**
 * Does what pages of the site show at a prompt, with the files that they say to write, and compares what is
 * printed with what stands below.
 */
import { type CodeBlock, fileOf } from './code-blocks';
import { type Called, type Deed, doAll } from './deeds';
import type { DocumentDesk } from './document-desk';
import { type ShownCommand, shownCommands } from './shown-commands';
import { firstDifference } from './shown-lines';
import type { ShownPage } from './shown-pages';

interface Step {
  readonly deed: Deed;
  /** None where a file is written. */
  readonly shown?: ShownCommand;
  readonly place: string;
}

/**
 * @param desks of each page its own, for a page does not know of the files of others
 * @param isWanted which blocks of commands are to be tried
 * @returns what is not as it is shown, a text each
 */
export function tryCommands(
  desks: ReadonlyMap<ShownPage, DocumentDesk>,
  isWanted: (block: CodeBlock) => boolean,
): readonly string[] {
  const steps = [...desks].flatMap(([page, desk]) =>
    page.blocks.flatMap((block) => stepsOf(page, block, desk, isWanted)),
  );
  const calls = doAll(steps.map(({ deed }) => deed));
  const tried = steps.filter(({ shown }) => shown !== undefined);
  return tried.flatMap((step, at) => complaintsAbout(step, calls[at]));
}

function stepsOf(
  { file }: ShownPage,
  block: CodeBlock,
  desk: DocumentDesk,
  isWanted: (block: CodeBlock) => boolean,
): readonly Step[] {
  const place = `${file}:${block.line}`;
  const name = fileOf(block);
  if (name !== undefined) {
    return [{ place, deed: { kind: 'write', path: desk.path(name), text: block.text } }];
  }
  if (!isWanted(block)) return [];
  return shownCommands(block).map((shown) => ({
    place: `${place}: ${shown.words.join(' ')}`,
    shown,
    deed: { kind: 'call', folder: desk.folder, words: shown.words },
  }));
}

function complaintsAbout({ place, shown }: Step, called: Called | undefined): readonly string[] {
  if (shown === undefined || called === undefined) return [`${place}: was not called`];
  const printed = `${called.stdout}${called.stderr}`;
  if (called.exit !== shown.exit) return [`${place}: exits with ${called.exit}: ${printed}`];
  if (shown.output.length === 0) return [];
  const difference = firstDifference(shown.output.join('\n'), printed);
  return difference === undefined ? [] : [`${place}: ${difference}`];
}
