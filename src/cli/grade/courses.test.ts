/**
 * The shipped assignments: fair by their own proof, and their examples get what the instructor's page says.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StudentResult } from '../../grade/model/result';
import { EXIT } from '../exit-code';
import { version } from '../version';
import { checkAssignment } from './check-assignment';
import { grade } from './grade';
import { quietly } from './quietly.fixture';

const COURSE = join(__dirname, '..', '..', '..', 'courses', 'kans');

/** A row of the table of examples, and the column of an assignment in it. */
const ROW = /^\| (good|weak|wrong|empty|hostile) \| ([^|]*) \| ([^|]*) \|/gm;
const COLUMNS = { 'two-nodes': 2, outside: 3 } as const;

describe('the shipped course', function () {
  this.timeout(60_000);
  let out: string;
  before(() => {
    out = mkdtempSync(join(tmpdir(), 'calicumber-course-'));
  });
  after(() => rmSync(out, { recursive: true }));

  for (const [name, column] of Object.entries(COLUMNS)) {
    it(`has a fair assignment ${name}`, async () => {
      const check = () => checkAssignment(join(COURSE, name), version());
      expect(await quietly(check)).to.equal(EXIT.held);
    });

    it(`grades the examples of ${name} as both its pages say`, async () => {
      await quietly(() =>
        grade({
          assignment: join(COURSE, name),
          submissions: join(COURSE, name, 'examples'),
          out: join(out, name),
          jobs: 2,
          shard: undefined,
          audience: 'graded',
          isCodeAllowed: false,
          people: {},
          version: version(),
        }),
      );
      const got = scoresIn(join(out, name, 'results'));
      expect(got, 'README.md').to.deep.equal(scoresSaid('README.md', column, 'not graded'));
      expect(got, 'README.ko.md').to.deep.equal(
        scoresSaid('README.ko.md', column, '채점하지 않음'),
      );
    });
  }
});

function scoresIn(folder: string): Record<string, number | undefined> {
  const results = readdirSync(folder).map(
    (file): StudentResult => JSON.parse(readFileSync(join(folder, file), 'utf8')),
  );
  return Object.fromEntries(results.map(({ student, score }) => [student, score]));
}

function scoresSaid(
  page: string,
  column: number,
  notGraded: string,
): Record<string, number | undefined> {
  const rows = [...readFileSync(join(COURSE, page), 'utf8').matchAll(ROW)];
  return Object.fromEntries(
    rows.map((row) => [row[1], row[column] === notGraded ? undefined : Number(row[column])]),
  );
}
