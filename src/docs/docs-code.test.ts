/**
 * What the documents show is so: features end as it is said of them, commands print what stands below them,
 * manifests are manifests. `…` stands for what may vary.
 */
import { expect } from 'chai';
import { parseManifest } from '../cluster/kinds/parse-manifest';
import { readAssignment } from '../grade/assignment/read-assignment';
import { type CodeBlock, fileOf } from './testing/code-blocks';
import { DocumentDesk } from './testing/document-desk';
import { shownCommands } from './testing/shown-commands';
import { resultsOf } from './testing/shown-features';
import { firstDifference } from './testing/shown-lines';
import { SHOWN_PAGES } from './testing/shown-pages';
import { tryCommands } from './testing/try-commands';

/** How a feature ends, as its block says; without a word, well. */
const ENDS = { violated: 'violated', 'not-established': 'not established' } as const;

describe('the code in the documents', function () {
  this.timeout(60_000);
  const desks = new Map(SHOWN_PAGES.map((page) => [page, new DocumentDesk()]));
  after(() => {
    for (const desk of desks.values()) desk.clear();
  });

  it('is of kinds that are tried', () => {
    const untried = SHOWN_PAGES.flatMap(({ file, blocks }) =>
      blocks.filter((block) => !isTried(block)).map(({ line }) => `${file}:${line}`),
    );
    expect(untried).to.deep.equal([]);
  });

  it('has features that end as it is said of them', async () => {
    const shown = [...desks].flatMap(([page, desk]) => featuresOf(page, desk));
    const results = await resultsOf(shown);
    const wrong = shown.flatMap((feature, at) => {
      const said = (results[at] ?? []).map(({ verdict, why }) => `${verdict}: ${why}`).join('\n');
      const difference = firstDifference(feature.said, said);
      return difference === undefined ? [] : [`${feature.place}: ${difference}`];
    });
    expect(wrong).to.deep.equal([]);
  });

  it('has manifests and assignments of the kinds there are', () => {
    for (const { file, blocks } of SHOWN_PAGES) {
      for (const { language, text, line } of blocks) {
        if (language !== 'yaml') continue;
        if (/^apiVersion:/m.test(text)) parseManifest(text, `${file}:${line}`);
        else readAssignment(text, `${file}:${line}`, 'shown', featuresNamedIn(text));
      }
    }
  });

  it('has commands that print what is shown', () => {
    // Other tests try what wants time, root, or somebody who ends it.
    const later = ['long', 'netns', 'elsewhere'];
    const isNow = ({ words }: CodeBlock) => !words.some((word) => later.includes(word));
    expect(tryCommands(desks, isNow)).to.deep.equal([]);
  });
});

/** What stands in `text` is compared with what a feature says, or is a drawing; `made/` makes the last three. */
const KINDS = ['gherkin', 'yaml', 'text', 'catalogue', 'help', 'rules'];

/** Behind a prompt stands a call of ours, or npm's. */
function isTried(block: CodeBlock): boolean {
  if (block.language !== 'console') return KINDS.includes(block.language);
  const typed = block.text.split('\n').filter((line) => /^\$ (?!npm )/.test(line));
  return typed.length === shownCommands(block).length || block.words.includes('elsewhere');
}

function featuresOf({ file, blocks }: (typeof SHOWN_PAGES)[number], desk: DocumentDesk) {
  for (const block of blocks) {
    const name = block.language === 'yaml' ? fileOf(block) : undefined;
    if (name !== undefined) desk.write(name, block.text);
  }
  return blocks.flatMap((block, at) => {
    if (block.language !== 'gherkin') return [];
    const { line, text } = block;
    const path = desk.path(`features/line-${line}.feature`);
    return [{ place: `${file}:${line}`, path, text, said: endOf(block, blocks[at + 1]) }];
  });
}

/** What is to be said of the scenarios of a feature, a line each where the block below says nothing else. */
function endOf({ words, text }: CodeBlock, below: CodeBlock | undefined): string {
  const [, end = 'held'] = Object.entries(ENDS).find(([word]) => words.includes(word)) ?? [];
  if (end !== 'held' && below?.language === 'text') return below.text;
  const count = text.match(/^\s*(Scenario|시나리오):/gm)?.length ?? 0;
  const one = end === 'held' ? 'held:' : `${end}: …\n…`;
  return Array.from({ length: count }, () => one).join('\n');
}

/** What an assignment in a document takes for granted. */
function featuresNamedIn(assignment: string): readonly string[] {
  return assignment.match(/[\w/-]+\.feature\b/g) ?? [];
}
