/**
 * `calicumber steps`: the sentences that features can be written with, each with what it means and a
 * scenario in which it holds.
 */
import { type Command, Option } from 'commander';
import { catalogue } from '../../../steps';
import {
  type CatalogueEntry,
  exampleLines,
  type Language,
  wordingIn,
} from '../../../steps/support/catalogue';
import { keywordFor } from '../../../steps/support/keywords';
import { type Found, likest, withWords } from '../../../steps/support/search';
import { didYouMean } from '../../base/nearest-name';
import { nothingEstablished } from '../exit-code';
import { type Paint, paintFor } from '../paint';

/** How many sentences are offered where none was found. */
const OFFERED_MAX = 3;

interface StepsOptions {
  readonly json?: boolean;
  readonly language?: Language;
}

export function define(command: Command): void {
  command
    .description(
      'Lists the sentences of features, or those in which all of the words occur, in English or\n' +
        'Korean.',
    )
    .argument('[words...]', 'what to look for: ping, neighbour, "is dropped", 캡슐화')
    .addOption(new Option('--language <code>', 'show them in this language').choices(['en', 'ko']))
    .option('--json', 'as JSON, for programs')
    .action((words: readonly string[], { json, language }: StepsOptions) => {
      const found = find(catalogue().entries, words, language);
      const text = json === true ? asJson(found) : asText(found, paintFor(process.stdout.isTTY));
      process.stdout.write(text);
    });
}

/** @throws CliError where there is none */
function find(
  entries: readonly CatalogueEntry[],
  words: readonly string[],
  language: Language | undefined,
): readonly Found[] {
  const found = withWords(entries, words);
  if (found.length > 0) {
    if (language === undefined) return found;
    return found.map(({ entry }) => ({ entry, wording: wordingIn(entry, language) }));
  }
  const strange = words.find((word) => withWords(entries, [word]).length === 0);
  const offers = likest(entries, words.join(' '), OFFERED_MAX);
  if (offers.length > 0) {
    const list = offers.map(({ wording }) => `\n  ${wording.pattern}`).join('');
    throw nothingEstablished(`no sentence has all of "${words.join(' ')}"; like it are${list}`);
  }
  if (strange === undefined) {
    throw nothingEstablished(`no sentence has all of "${words.join(' ')}"; try fewer words`);
  }
  throw nothingEstablished(`no sentence has "${strange}"${didYouMean(strange, wordsOf(entries))}`);
}

function wordsOf(entries: readonly CatalogueEntry[]): readonly string[] {
  const patterns = entries.flatMap(({ wordings }) => wordings.map(({ pattern }) => pattern));
  const words = patterns.flatMap((pattern) => pattern.toLowerCase().match(/\p{L}+/gu) ?? []);
  return [...new Set(words)];
}

function asText(found: readonly Found[], paint: Paint): string {
  const sentences = found.map(({ entry, wording }) => {
    const lines = exampleLines(wording).map((line) => `    ${line}`);
    const others = entry.wordings.filter((other) => other !== wording);
    return [
      `${keywordFor(entry.kind, wording.language)} ${paint('bold', wording.pattern)}`,
      ...others.map(({ language, pattern }) =>
        paint('gray', `${keywordFor(entry.kind, language)} ${pattern}`),
      ),
      `  ${wording.says}`,
      ...lines.map((line) => paint('gray', line)),
    ].join('\n');
  });
  const count = `${found.length} ${found.length === 1 ? 'sentence' : 'sentences'}`;
  return `${[...sentences, count].join('\n\n')}\n`;
}

function asJson(found: readonly Found[]): string {
  const rows = found.map(({ entry: { run: _run, ...rest } }) => rest);
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
