/**
 * `calicumber generate connectivity`: the feature that says who reaches whom in a lab as it is now.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import '../../../steps';
import type { Language } from '../../../steps/support/catalogue';
import { newDriver } from '../../../steps/support/drivers';
import { featureInputs } from '../../../steps/support/feature-inputs';
import { KEYWORDS, keywordFor } from '../../../steps/support/keywords';
import { sayNamed } from '../../../steps/support/quote';
import { ClusterWorld, DEFAULT_LAB } from '../../../steps/support/world';
import { packageRoot } from '../../package/package-root';
import { nothingEstablished, wrongUse } from '../exit-code';
import { applyLab, type LabOptions } from '../lab/lab-options';
import { readInput } from '../read-input';
import { askEverybody, asksAnything, type Connectivity } from './ask-everybody';

export interface GenerateOptions extends Pick<LabOptions, 'lab' | 'apply'> {
  readonly output?: string;
  readonly language: Language;
}

/** Where a feature that goes to standard output is thought to be. */
const SOMEWHERE = join('features', 'connectivity.feature');

/**
 * @throws CliError where an input cannot be read, is refused, or cannot be named by a feature there; where
 *   nobody reaches anybody
 */
export async function generateConnectivity(options: GenerateOptions): Promise<string> {
  const inputs = namedInputs(options);
  const world = new ClusterWorld({
    newDriver: () => newDriver({ driver: 'sim', seed: 1, wire: false }),
    readInput: () => ({ yaml: '', source: '' }),
    log: () => {},
  });
  await applyLab(await world.clusterToBuild(), options);
  const connectivity = await askEverybody(world);
  await world.close();
  if (!asksAnything(connectivity)) {
    throw nothingEstablished('nobody reaches anybody here, of which a table would prove nothing');
  }
  return featureOf(inputs, connectivity, options.language);
}

/** @throws CliError where it cannot be written */
export function writeFeature(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isThere) throw wrongUse(`${path} is there already; move it away, or write another`);
    throw wrongUse(`${path} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}

/** A line that begins a scenario: a sentence's id, with its name or its text. */
interface NamedInput {
  readonly id: 'lab' | 'manifests.file' | 'manifests.text';
  readonly text: string;
}

/** How a feature there says what it is about: by name where it finds the file, or else in full. */
function namedInputs({ lab, apply, output = SOMEWHERE }: GenerateOptions): readonly NamedInput[] {
  const read = featureInputs(join(packageRoot(), 'features'))(output);
  const nameOf = (room: 'labs' | 'manifests', file: string): string | undefined => {
    const name = basename(file).replace(/\.ya?ml$/, '');
    try {
      return read(room, name).yaml === readInput(file) ? name : undefined;
    } catch {
      return undefined;
    }
  };
  const named: NamedInput[] = [];
  if (lab !== undefined) {
    const name = nameOf('labs', lab);
    if (name === undefined) {
      readInput(lab);
      throw wrongUse(
        `a feature finds its lab by name, in features/labs; copy ${lab} into that of ${output}`,
      );
    }
    if (name !== DEFAULT_LAB) named.push({ id: 'lab', text: `"${name}"` });
  }
  for (const file of apply) {
    const name = nameOf('manifests', file);
    named.push(
      name === undefined
        ? { id: 'manifests.text', text: readInput(file) }
        : { id: 'manifests.file', text: `"${name}"` },
    );
  }
  return named;
}

const TITLES: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['Who reaches whom', 'Everybody pings everybody'],
  ko: ['누가 누구에게 닿는가', '모두가 모두에게 핑을 보낸다'],
};

const UNPROVEN: Readonly<Record<Language, string>> = {
  en: 'not asked, for an X would prove nothing',
  ko: 'X가 아무것도 증명하지 못하므로 묻지 않음',
};

function featureOf(
  inputs: readonly NamedInput[],
  { rows, unproven }: Connectivity,
  language: Language,
): string {
  const { feature, scenario, and } = KEYWORDS[language];
  const [title, name] = TITLES[language];
  const given = inputs.flatMap(({ id, text }, at) => {
    const keyword = at === 0 ? keywordFor('given', language) : and;
    const isInline = id === 'manifests.text';
    const line = `    ${keyword} ${sayNamed(language, id, isInline ? [] : [text])}`;
    return isInline ? [line, ...docString(text)] : [line];
  });
  return `${[
    ...(language === 'en' ? [] : [`# language: ${language}`]),
    `${feature}: ${title}`,
    '',
    `  ${scenario}: ${name}`,
    ...given,
    ...unproven.map(([from, to]) => `    # ${from} → ${to}: ${UNPROVEN[language]}`),
    `    ${keywordFor('then', language)} ${sayNamed(language, 'connectivity', [])}`,
    ...tableLines(rows),
  ].join('\n')}\n`;
}

function docString(text: string): readonly string[] {
  const lines = text.trimEnd().replaceAll('"""', '\\"\\"\\"').split('\n');
  return ['"""', ...lines, '"""'].map((line) => `      ${line}`.trimEnd());
}

function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map(
    (row) => `      | ${row.map((cell, at) => cell.padEnd(widths?.[at] ?? 0)).join(' | ')} |`,
  );
}
