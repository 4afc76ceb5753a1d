/**
 * `calicumber steps`: the sentences that features can be written with, each with what it means and a
 * scenario in which it holds.
 */
import type { Command } from 'commander';
import { catalogue } from '../../../steps';
import type { CatalogueEntry } from '../../../steps/support/catalogue';
import { didYouMean } from '../../base/nearest-name';
import { nothingEstablished } from '../exit-code';
import { type Paint, paintFor } from '../paint';
import { likest, withWords } from '../steps/search';

/** How many sentences are offered where none was found. */
const OFFERED_MAX = 3;

export function define(command: Command): void {
  command
    .description('Lists the sentences of features, or those in which all of the words occur.')
    .argument('[words...]', 'what to look for: ping, neighbour, "is dropped"')
    .option('--json', 'as JSON, for programs')
    .action((words: readonly string[], { json }: { readonly json?: boolean }) => {
      const found = find(catalogue().entries, words);
      const text = json === true ? asJson(found) : asText(found, paintFor(process.stdout.isTTY));
      process.stdout.write(text);
    });
}

/** @throws CliError where there is none */
function find(
  entries: readonly CatalogueEntry[],
  words: readonly string[],
): readonly CatalogueEntry[] {
  const found = withWords(entries, words);
  if (found.length > 0) return found;
  const strange = words.find((word) => withWords(entries, [word]).length === 0);
  const offers = likest(entries, words.join(' '), OFFERED_MAX).map(({ pattern }) => pattern);
  if (offers.length > 0) {
    const list = offers.map((offer) => `\n  ${offer}`).join('');
    throw nothingEstablished(`no sentence has all of "${words.join(' ')}"; like it are${list}`);
  }
  if (strange === undefined) {
    throw nothingEstablished(`no sentence has all of "${words.join(' ')}"; try fewer words`);
  }
  throw nothingEstablished(`no sentence has "${strange}"${didYouMean(strange, wordsOf(entries))}`);
}

function wordsOf(entries: readonly CatalogueEntry[]): readonly string[] {
  const words = entries.flatMap(({ pattern }) => pattern.toLowerCase().match(/[a-z]+/g) ?? []);
  return [...new Set(words)];
}

function asText(entries: readonly CatalogueEntry[], paint: Paint): string {
  const sentences = entries.map(({ kind, pattern, says, example }) => {
    const lines = example.split('\n').map((line) => `    ${line.trim()}`);
    const head = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${paint('bold', pattern)}`;
    return [head, `  ${says}`, ...lines.map((line) => paint('gray', line))].join('\n');
  });
  const count = `${entries.length} ${entries.length === 1 ? 'sentence' : 'sentences'}`;
  return `${[...sentences, count].join('\n\n')}\n`;
}

function asJson(entries: readonly CatalogueEntry[]): string {
  const rows = entries.map(({ run: _run, ...rest }) => rest);
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
