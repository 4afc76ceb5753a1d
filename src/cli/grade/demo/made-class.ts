/**
 * A class that never was: forty submissions of a shipped assignment, good, weak, wrong, empty and hostile,
 * made of its reference and its examples by throwing dice, with a roster and a gradebook as Canvas exports it.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Random } from '../../../base/random';

const FAMILY = ['김', '이', '박', '최', '정', '강', '조', '윤'];
const GIVEN = ['민준', '서연', '도윤', '하은', '지호'];
const FIRST_ID = 20_260_101;

export interface MadeStudent {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
}

const KINDS = ['reference', 'good', 'weak', 'wrong', 'empty', 'hostile'] as const;
type Kind = (typeof KINDS)[number];

/** Of a hundred students. */
const SHARES: Readonly<Record<Kind, number>> = {
  reference: 15,
  good: 35,
  weak: 25,
  wrong: 12,
  empty: 8,
  hostile: 5,
};

/** @returns who is in the class, in the order of the roster */
export function writeClass(
  assignment: string,
  folder: string,
  random: Random,
): readonly MadeStudent[] {
  const students = FAMILY.flatMap((family) => GIVEN.map((given) => `${family}${given}`)).map(
    (name, at): MadeStudent => ({ id: String(FIRST_ID + at), name, kind: thrown(random) }),
  );
  for (const student of students) writeSubmission(assignment, folder, student, random);
  writeFileSync(join(folder, 'roster.csv'), roster(students));
  writeFileSync(join(folder, 'canvas.csv'), canvasExport(students));
  return students;
}

function thrown(random: Random): Kind {
  let left = random.between(1, 100);
  for (const kind of KINDS) {
    left -= SHARES[kind];
    if (left <= 0) return kind;
  }
  return 'good';
}

function writeSubmission(
  assignment: string,
  folder: string,
  { id, name, kind }: MadeStudent,
  random: Random,
): void {
  const own = join(folder, 'submissions', `${id}-${name}`);
  const source = kind === 'reference' ? 'reference' : join('examples', kind);
  cpSync(join(assignment, source), own, { recursive: true });
  if (kind === 'reference' || kind === 'good') writeFeature(assignment, own, random);
}

/** Some of the reference's scenarios, in another order, under another title. */
function writeFeature(assignment: string, own: string, random: Random): void {
  const text = readFileSync(join(assignment, 'reference', 'say', 'two-nodes.feature'), 'utf8');
  const [head = '', ...scenarios] = text.split(/^(?= {2}Scenario:)/m);
  const kept = scenarios
    .filter(() => random.between(1, 10) <= 7)
    .map((scenario) => ({ scenario, at: random.next() }))
    .sort((one, other) => one.at - other.at);
  const body = kept.map(({ scenario }) => `${scenario.trimEnd()}\n`).join('\n');
  mkdirSync(join(own, 'say'), { recursive: true });
  writeFileSync(
    join(own, 'say', 'two-nodes.feature'),
    `${head.replace('Two pods on two nodes', 'What I found out')}${body}`,
  );
}

function roster(students: readonly MadeStudent[]): string {
  return stringify([
    ['학번', '이름', '폴더'],
    ...students.map(({ id, name }) => [id, name, `${id}-${name}`]),
  ]);
}

/** As Canvas exports a gradebook with one assignment, of which nobody has a grade yet. */
function canvasExport(students: readonly MadeStudent[]): string {
  return stringify([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Pods on two nodes (4711)'],
    ['    Points Possible', '', '', '', '', '100'],
    ...students.map(({ id, name }, at) => [name, 9000 + at, id, `s${id}`, 'KANS', '']),
  ]);
}
