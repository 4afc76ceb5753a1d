/**
 * A class as JUnit XML, in the common ground of what servers read (testmoapp/junitxml): a suite for each
 * student. It names hidden checks, and is for instructors.
 */
import type { StudentResult } from '../model/result';
import { checksOfAll, type ListedCheck } from './checks-of-all';

export function junitXml(results: readonly StudentResult[]): string {
  const suites = results.map(suiteOf);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="calicumber grade">
${suites.join('')}</testsuites>
`;
}

function suiteOf(result: StudentResult): string {
  const { student, state, score, maxScore, engine } = result;
  const cases =
    state === 'ungradable' ? [caseOfUngradable(result)] : checksOfAll(result).map(caseOf);
  const failures = checksOfAll(result).filter(({ verdict }) => verdict === 'violated').length;
  const skipped = checksOfAll(result).filter(({ verdict }) => verdict === 'not established').length;
  const errors = state === 'ungradable' ? 1 : 0;
  const properties = [
    ['points', score ?? ''],
    ['max_points', maxScore],
    ['seed', engine.seed],
    ['version', engine.version],
  ];
  return `  <testsuite${attributes({ name: student, tests: cases.length, failures, errors, skipped })}>
    <properties>
${properties.map(([name, value]) => `      <property${attributes({ name: `${name}`, value: `${value}` })}/>\n`).join('')}    </properties>
${cases.join('')}  </testsuite>
`;
}

/** `build/features/visible/reach:12`: of which task, in which feature, on which line. */
const PLACE = /^([^/]*)\/(.*):(\d+)$/;

function caseOf(check: ListedCheck): string {
  const { id, number, task, name, verdict, why } = check;
  const [, , feature, line] = PLACE.exec(id) ?? [];
  const place = feature === undefined ? {} : { file: `${feature}.feature`, line: line ?? '' };
  const head = attributes({ name: `${number} ${name}`, classname: task, ...place });
  if (verdict === 'held') return `    <testcase${head}/>\n`;
  const kind =
    verdict === 'violated'
      ? `<failure${attributes({ type: 'assertion', message: why })}/>`
      : `<skipped${attributes({ message: why })}/>`;
  return `    <testcase${head}>${kind}</testcase>\n`;
}

function caseOfUngradable({ problems }: StudentResult): string {
  const error = attributes({ type: 'not-gradable', message: problems.join('\n') });
  return `    <testcase${attributes({ name: 'not graded', classname: 'submission' })}><error${error}/></testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** What XML 1.0 (section 2.2) has no way to say. */
const NO_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function escaped(text: string): string {
  return text
    .replace(NO_CHARACTERS, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}
