/**
 * A Canvas gradebook filled in and imported again.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { folderKeys } from '../roster/folder-keys';
import { importIntoCanvas } from './canvas-importer.fixture';
import { joinCells, readCell, splitCells } from './cells';
import type { GradedStudent } from './gradebook';
import { fillGradebook } from './index';

const HEAD = 'Student,ID,SIS User ID,SIS Login ID,Section,Notes,실습 1 (77),Lab 2 (78),Final Score';
const EXPORT = `\ufeff${HEAD}\r
,,,,,,Manual Posting,,\r
    Points Possible,,,,,,20,10 (read only),(read only)\r
"Kim, Minsu",11,2024001,minsu,반 A,"said ""hi""",,3,\r
이서연,12,2024002,seoyeon@u.ac.kr,반 A,,"4",, 50 \r
"Park, Jiho",13,2024003,jiho,"반 A
and B",,EX,,\r
"Student, Test",14,,ab12cd,반 A,,,,\r
`;

const COURSE = {
  users: [
    { id: 11, name: 'Minsu Kim', sortableName: 'Kim, Minsu', sisId: '2024001', login: 'minsu' },
    { id: 12, name: '이서연', sortableName: '이서연', sisId: '2024002', login: 'seoyeon@u.ac.kr' },
    { id: 13, name: 'Jiho Park', sortableName: 'Park, Jiho', sisId: '2024003', login: 'jiho' },
    { id: 14, name: 'Test Student', sortableName: 'Student, Test', sisId: '', login: 'ab12cd' },
  ],
  assignments: [
    { id: 77, title: '실습 1' },
    { id: 78, title: 'Lab 2' },
  ],
};

const graded = (student: string, score: number, maxScore = 20): GradedStudent => ({
  student,
  keys: folderKeys(student),
  score,
  maxScore,
  feedback: '',
});

describe('a Canvas gradebook', () => {
  it('gets the grades of those who have some, and no other byte', () => {
    const students = [graded('kimminsu_LATE_11_900_lab', 12.5), graded('seoyeon', 7)];
    const { text, filled, problems } = fillGradebook(EXPORT, students, { grade: '실습 1' });
    expect({ filled, problems }).to.deep.equal({ filled: 2, problems: [] });
    const changed = EXPORT.replace('"said ""hi""",,3', '"said ""hi""",12.5,3');
    expect(text).to.equal(changed.replace('"4"', '"7"'));
    const { grades, unknown } = importIntoCanvas(text, COURSE);
    expect(unknown).to.deep.equal(['Notes']);
    const first = [...grades].map(([user, by]) => [user, by.get(77)]);
    expect(first).to.deep.equal([
      [11, '12.5'],
      [12, '7'],
      [13, 'EX'],
      [14, ''],
    ]);
  });

  it('keeps who is excused so, and says who is not in it', () => {
    const students = [graded('jiho', 1), graded('choi', 2)];
    expect(fillGradebook(EXPORT, students, { grade: '77' })).to.deep.equal({
      text: EXPORT,
      filled: 0,
      problems: ['choi: is not in the gradebook', 'jiho: is excused (line 6)'],
    });
  });

  it('keeps a cell that says the same number', () => {
    const text = EXPORT.replace('"4"', '"4.00"');
    const filled = fillGradebook(text, [graded('이서연', 4)], { grade: '실습 1 (77)' });
    expect(filled).to.deep.equal({ text, filled: 1, problems: [] });
  });

  it('says where its points are others', () => {
    const { problems } = fillGradebook(EXPORT, [graded('minsu', 80, 100)], { grade: '77' });
    expect(problems).to.deep.equal(['Points Possible is 20 in Canvas, but the grades are of 100']);
  });

  it('is refused where the assignment is not there, may be several, or is read only', () => {
    const fill = (grade?: string, text = EXPORT) =>
      fillGradebook(text, [], grade === undefined ? {} : { grade });
    expect(() => fill('Lab 3')).to.throw(
      'there is no assignment Lab 3; there is 실습 1 (77), Lab 2 (78)',
    );
    expect(() => fill()).to.throw(
      'the assignment may be 실습 1 (77) (column 7) and Lab 2 (78) (column 8): say which',
    );
    expect(() => fill('Lab 2')).to.throw('Lab 2 (78) is read only in Canvas');
    expect(() => fill('a', 'Student,ID,Section,Total\n')).to.throw('there is no assignment a');
    expect(() => fill(undefined, 'Student,ID,Section,Total\n')).to.throw(
      'there is no assignment in',
    );
  });

  it('has any header that Canvas takes', () => {
    const heads: readonly (readonly [string, string])[] = [
      ['Student,ID,Section', '"Kim, Minsu",11,A'],
      ['Student,ID,SIS Login ID,Section', '"Kim, Minsu",,minsu,A'],
      ['Student,ID,SIS User ID,SIS Login ID,Integration ID,Section', 'x,,2024001,minsu,,A'],
      ['Student,ID,SIS User ID,SIS Login ID,Root Account,Section', 'x,11,2024001,,u.ac.kr,A'],
      ['LastName,FirstName,ID,SIS Login ID,Section', 'Kim,Minsu,11,,A'],
    ];
    for (const [head, row] of heads) {
      const text = `${head},Lab 2 (78)\n${row},\n`;
      const keys = folderKeys('kimminsu_11_5_lab');
      const student = { ...graded('kim', 3), keys: { ...keys, id: ['2024001'], login: ['minsu'] } };
      const filled = fillGradebook(text, [student]);
      expect(filled, head).to.deep.equal({
        text: `${head},Lab 2 (78)\n${row},3\n`,
        filled: 1,
        problems: [],
      });
      expect(importIntoCanvas(filled.text, COURSE).grades.get(11)?.get(78), head).to.equal('3');
    }
  });
});

describe('any Canvas gradebook', () => {
  const name = fc.string({ unit: fc.constantFrom('k', '이', ' ', '"', ';', ',', "'") });
  const rows = fc.array(
    fc.record({ name, score: fc.option(fc.integer({ min: 0, max: 4000 })), old: name }),
    { minLength: 1, maxLength: 8 },
  );
  const style = fc.record({
    delimiter: fc.constantFrom(',', ';'),
    end: fc.constantFrom('\n', '\r\n'),
    sign: fc.constantFrom(',', '.'),
    quotes: fc.boolean(),
  });

  it('is imported with the grades given, and is the same otherwise', () => {
    fc.assert(
      fc.property(rows, style, (people, { delimiter, end, sign, quotes }) => {
        const cell = (value: string) =>
          quotes || /["\r\n,;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const head = ['Student', 'ID', 'Section', '과제 (77)', 'Lab 2 (78)'];
        const points = ['    Points Possible', '', '', `20${sign}00`, '10'];
        const body = people.map((one, at) => [one.name, String(at + 101), 'A', '', one.old]);
        const lines = [head, points, ...body].map((line) => line.map(cell).join(delimiter) + end);
        const text = lines.join('');
        const students = people.flatMap(({ score }, at) =>
          score === null ? [] : graded(`zz_${at + 101}_1_lab`, score / 100),
        );
        const filled = fillGradebook(text, students, { grade: '과제' });
        expect(filled.problems).to.deep.equal([]);

        const users = people.map((one, at) => ({
          id: at + 101,
          name: one.name,
          sortableName: one.name,
          sisId: '',
          login: '',
        }));
        const { grades } = importIntoCanvas(filled.text, { ...COURSE, users });
        const imported = users.map(({ id }) => grades.get(id)?.get(77));
        const given = people.map(({ score }) => (score === null ? '' : String(score / 100)));
        expect(imported).to.deep.equal(given);
        expect(emptied(filled.text, delimiter)).to.equal(emptied(text, delimiter));
      }),
    );
  });

  /** Without the grades of the first assignment, but for its header and points. */
  function emptied(text: string, delimiter: string): string {
    const table = splitCells(text, delimiter);
    const rows = table.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => (at > 1 && column === 3 ? readCell('') : cell)),
    }));
    return joinCells({ ...table, rows });
  }
});
