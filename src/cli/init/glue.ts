/**
 * The sentences as step definitions that editors read and nobody runs. Cucumber's extension parses the
 * sources of a project as text; of an installed package it sees only this file.
 */
import {
  type CatalogueEntry,
  catalogue,
  exampleLines,
  type Wording,
} from '../../../steps/support/catalogue';

/** TypeScript, with every kind of argument and every sentence in every language. */
export function glueText(): string {
  const { entries, parameterTypes } = catalogue();
  const types = parameterTypes.map(({ name, regexp }) => {
    const regexps = Array.isArray(regexp) ? `[${regexp.join(', ')}]` : String(regexp);
    return `defineParameterType({ name: '${name}', regexp: ${regexps} });`;
  });
  const sentences = entries.flatMap((entry) => entry.wordings.map((it) => definition(entry, it)));
  return `${[HEAD, types.join('\n'), ...sentences].join('\n\n')}\n`;
}

const HEAD = [
  '// The sentences of calicumber, for editors; nobody runs this. Their definitions are in the package.',
  "import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';",
].join('\n');

const FUNCTIONS: ReadonlyMap<CatalogueEntry['kind'], string> = new Map([
  ['given', 'Given'],
  ['when', 'When'],
  ['then', 'Then'],
]);

function definition({ kind }: CatalogueEntry, wording: Wording): string {
  const { pattern, says } = wording;
  const lines = [says, '', ...exampleLines(wording).map((line) => `    ${line}`)];
  const comment = lines.map((line) => ` * ${line}`.trimEnd().replaceAll('*/', '*\u200b/'));
  const text = pattern.replaceAll("'", String.raw`\'`);
  return ['/**', ...comment, ' */', `${FUNCTIONS.get(kind)}('${text}', () => {});`].join('\n');
}
