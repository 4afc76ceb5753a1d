/**
 * Everything that is made of results: for each student, for the class, and for the teacher's gradebook. All
 * of it can be made again from the results alone, and comes out the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { likeness } from '../../grade/class/likeness';
import { ctrf } from '../../grade/formats/ctrf';
import { json } from '../../grade/formats/format';
import { junitXml } from '../../grade/formats/junit';
import { TableError } from '../../grade/gradebooks/cells';
import { gradedStudents } from '../../grade/gradebooks/graded-students';
import { fillGradebook } from '../../grade/gradebooks/index';
import { classTable } from '../../grade/outputs/class-table';
import { type Matching, matchStudents } from '../../grade/roster/match-students';
import { readRoster } from '../../grade/roster/read-roster';
import { classPage } from '../../report/class/class-page';
import { wrongUse } from '../exit-code';
import { readInput } from '../read-input';
import { fileName } from './file-name';
import type { GradingFacts } from './grading-facts';
import type { Judged } from './pool/work';
import { feedbackText, StudentFiles } from './student-files';

/** The teacher's own files, by their paths. */
export interface PeopleFiles {
  readonly roster?: string;
  /** An export of Canvas or Moodle. */
  readonly gradebook?: string;
  /** How the gradebook calls its columns, where that cannot be known. */
  readonly gradeColumn?: string;
  readonly feedbackColumn?: string;
}

/** @throws CliError where the teacher's files cannot be used; all others are written by then */
export function writeClass(
  out: string,
  facts: GradingFacts,
  judged: readonly Judged[],
  people: PeopleFiles,
): void {
  const results = judged.map(({ result }) => result);
  const students = new StudentFiles(out, facts);
  for (const result of results) students.write(result);
  const matching = matchingOf(
    results.map(({ student }) => student),
    people.roster,
  );
  const page = classPage({
    title: facts.title,
    results,
    likeness: likeness(judged.map(({ result, shape }) => ({ student: result.student, shape }))),
    names: new Map([...matching.students].map(([student, { name }]) => [student, name])),
    pageOf: (student) => `feedback/${fileName(student)}/index.html`,
  });
  write(join(out, 'class.html'), page);
  write(join(out, 'class.csv'), classTable(results, matching));
  write(join(out, 'junit.xml'), junitXml(results));
  write(join(out, 'ctrf.json'), json(ctrf(results, facts.version)));
  process.stdout.write(`The class is ${join(out, 'class.html')} and ${join(out, 'class.csv')}\n`);
  for (const problem of matching.problems) process.stderr.write(`calicumber: ${problem}\n`);
  for (const { name, line } of matching.missing) {
    process.stderr.write(`calicumber: ${name} (line ${line} of the roster) handed in nothing\n`);
  }
  writeGradebook(out, facts, judged, matching, people);
}

function matchingOf(students: readonly string[], roster: string | undefined): Matching {
  if (roster === undefined) return { students: new Map(), problems: [], missing: [] };
  return asUse(roster, () => matchStudents(students, readRoster(readInput(roster))));
}

function writeGradebook(
  out: string,
  facts: GradingFacts,
  judged: readonly Judged[],
  { students }: Matching,
  { gradebook, gradeColumn, feedbackColumn }: PeopleFiles,
): void {
  if (gradebook === undefined) return;
  const results = judged.map(({ result }) => result);
  const graded = gradedStudents(results, students, (result) => feedbackText(result, facts));
  const columns = {
    ...(gradeColumn === undefined ? {} : { grade: gradeColumn }),
    ...(feedbackColumn === undefined ? {} : { feedback: feedbackColumn }),
  };
  const { text, filled, problems } = asUse(gradebook, () =>
    fillGradebook(readInput(gradebook), graded, columns),
  );
  const path = join(out, 'gradebook', basename(gradebook));
  write(path, text);
  for (const problem of problems) process.stderr.write(`calicumber: ${problem}\n`);
  process.stdout.write(`${filled} grades are in ${path}\n`);
}

/** A file of the teacher's that cannot be used is no fault of this program. */
function asUse<Result>(file: string, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (error instanceof TableError) throw wrongUse(`${file}: ${error.message}`);
    throw error;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
