/**
 * Whose folder is whose.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { matchStudents } from './match-students';
import type { RosterRow } from './read-roster';

const KIM = { line: 2, id: '2024001', name: 'Kim, Minsu', email: 'Mskim@u.ac.kr', login: 'minsu' };
const LEE = { line: 3, id: '2024002', name: '이서연', email: 'seoyeon@u.ac.kr' };
const PARK = { line: 4, id: '12345', name: 'Park Jiho', folder: 'team-7' };
const ROSTER: readonly RosterRow[] = [KIM, LEE, PARK];

const idOf = (name: string, roster = ROSTER) =>
  matchStudents([name], roster).students.get(name)?.id;

describe('a folder', () => {
  const SAME: readonly (readonly [string, readonly string[]])[] = [
    [
      KIM.id,
      ['2024001', 'minsu', 'mskim@u.ac.kr', 'mskim', 'Kim, Minsu', 'Minsu Kim', 'minsu_kim'],
    ],
    [
      KIM.id,
      ['kimminsu_4711_98765_lab', 'kimminsu_LATE_4711_98765_lab', 'kimminsu_4711_LATE_98765_l'],
    ],
    [KIM.id, ['Minsu Kim_1234567_assignsubmission_file_', 'Kim Minsu_7_assignsubmission_file_a b']],
    [LEE.id, ['seoyeon', '이서연', '이 서연', '이서연'.normalize('NFD'), '서연 이']],
    [LEE.id, ['이서연_1234567_assignsubmission_file_', '이서연_LATE_4711_98765_과제']],
    [PARK.id, ['team-7', '12345', 'unknown_12345_1_lab', 'parkjiho_12345_1_lab']],
  ];
  for (const [id, names] of SAME) {
    for (const name of names) {
      it(`${name} is ${id}'s`, () => {
        expect(idOf(name)).to.equal(id);
      });
    }
  }

  it('is nobody’s where nobody is called so', () => {
    expect(matchStudents(['choi', '!!'], ROSTER)).to.deep.equal({
      students: new Map(),
      problems: ['choi: is not in the roster', '!!: is not in the roster'],
      missing: ROSTER,
    });
  });

  it('is nobody’s where two are called so, and neither is missing', () => {
    const namesake = { line: 5, id: '2024003', name: 'Minsu Kim' };
    expect(matchStudents(['minsu kim'], [...ROSTER, namesake])).to.deep.equal({
      students: new Map(),
      problems: ['minsu kim: may be Kim, Minsu (line 2) or Minsu Kim (line 5) of the roster'],
      missing: [LEE, PARK],
    });
    expect(idOf('minsu', [...ROSTER, namesake])).to.equal(KIM.id);
  });

  it('is nobody’s where its name says one and its number another', () => {
    expect(matchStudents(['kimminsu_12345_1_lab'], ROSTER).problems).to.deep.equal([
      'kimminsu_12345_1_lab: may be Park Jiho (line 4) or Kim, Minsu (line 2) of the roster',
    ]);
  });

  it('is nobody’s where another is the same student’s', () => {
    const { students, problems, missing } = matchStudents(['minsu', '2024001', '이서연'], ROSTER);
    expect([...students.keys()]).to.deep.equal(['이서연']);
    expect(problems).to.deep.equal([
      'minsu and 2024001: are all Kim, Minsu (line 2) of the roster',
    ]);
    expect(missing).to.deep.equal([PARK]);
  });

  it('is never in doubt where the roster names it', () => {
    const roster = [
      { line: 2, id: '1', name: 'a', folder: '2' },
      { line: 3, id: '2', name: 'b' },
    ];
    expect(idOf('2', roster)).to.equal('1');
  });
});

describe('a class', () => {
  it('is matched, said or missing, each student and each folder once', () => {
    const word = fc.constantFrom('kim', 'lee', '이서연', '1', '2', 'kim lee', 'a@b', 'kim_1_2_x');
    const row = fc.record({ id: fc.nat(9).map(String), name: word, login: word, email: word });
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.array(row), (names, rows) => {
        const roster = rows.map((one, at) => ({ ...one, line: at + 2 }));
        const { students, problems, missing } = matchStudents(names, roster);
        const said = names.filter((name) => problems.some((text) => text.includes(name)));
        expect(names.filter((name) => !students.has(name) && !said.includes(name))).to.be.empty;
        expect(new Set(students.values()).size).to.equal(students.size);
        expect(missing.filter((one) => [...students.values()].includes(one))).to.deep.equal([]);
      }),
    );
  });
});
