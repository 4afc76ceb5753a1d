/**
 * A Moodle worksheet filled in and imported again, on sites in three languages.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { folderKeys } from '../roster/folder-keys';
import { keysFrom } from '../roster/keys';
import { joinCells, splitCells } from './cells';
import type { GradedStudent } from './gradebook';
import { fillGradebook } from './index';
import { ENGLISH, GERMAN, importIntoMoodle, KOREAN } from './moodle-importer.fixture';

const ENGLISH_EXPORT = `\ufeffIdentifier,"Full name","ID number","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 1001","Minsu Kim",2024001,minsu@u.ac.kr,"Submitted for grading - ",,20.00,Yes,"Monday, 23 November 2026, 9:00 AM",-,
"Participant 1002",이서연,2024002,seoyeon@u.ac.kr,"Submitted for grading - ",5.00,20.00,Yes,"Monday, 23 November 2026, 9:05 AM",-,"see me"
"Participant 1003","Jiho Park",2024003,jiho@u.ac.kr,"No submission - ",,20.00,Yes,-,-,
`;

const KOREAN_EXPORT = `식별자,성명,"이메일 주소",상태,성적,"최대 성적","성적 변경 가능","최종 수정일 (제출)","최종 수정일 (성적)","피드백 댓글"\r
"참가자 1001","김 민수",minsu@u.ac.kr,"채점을 위해 제출됨",,20.00,예,-,-,\r
"참가자 1002",이서연,seoyeon@u.ac.kr,"채점을 위해 제출됨",,20.00,예,-,-,\r
`;

const GERMAN_EXPORT = `ID,"Vollständiger Name",Status,Bewertung,"Beste Bewertung","Bewertung kann geändert werden","Zuletzt geändert (Bewertung)","Feedback als Kommentar"
Teilnehmer/in1001,"Minsu Kim","Zur Bewertung abgegeben","2,00","20,00",Ja,-,
Teilnehmer/in1002,"이서연","Zur Bewertung abgegeben",,"20,00",Ja,-,
`;

const graded = (student: string, score: number, feedback = ''): GradedStudent => ({
  student,
  keys: folderKeys(student),
  score,
  maxScore: 20,
  feedback,
});

const imported = (text: string, language: typeof ENGLISH) => {
  const { grades, feedback } = importIntoMoodle(text, language, [1001, 1002, 1003], 20);
  return { grades: [...grades], feedback: [...feedback] };
};

describe('a Moodle worksheet', () => {
  it('gets grades and feedback, and no other byte', () => {
    const students = [
      graded('Minsu Kim_1001_assignsubmission_file_', 12.5, '12.5 of 20\na < b'),
      graded('2024002', 7),
    ];
    const { text, filled, problems } = fillGradebook(ENGLISH_EXPORT, students);
    expect({ filled, problems }).to.deep.equal({ filled: 2, problems: [] });
    const first = ENGLISH_EXPORT.replace(' - ",,20.00', ' - ",12.5,20.00').replace(
      '-,\n',
      '-,12.5 of 20<br>a &lt; b\n',
    );
    expect(text).to.equal(first.replace('5.00,20.00', '7,20.00'));
    expect(imported(text, ENGLISH)).to.deep.equal({
      grades: [
        [1001, 12.5],
        [1002, 7],
      ],
      feedback: [
        [1001, '12.5 of 20<br>a &lt; b'],
        [1002, 'see me'],
      ],
    });
  });

  it('is filled in on a Korean site, and students known by their names', () => {
    const students = [graded('김민수', 3, '좋음'), graded('이서연_1002_assignsubmission_file_', 0)];
    const { text, filled, problems } = fillGradebook(KOREAN_EXPORT, students);
    expect({ filled, problems }).to.deep.equal({ filled: 2, problems: [] });
    expect(text.split('\r\n')[1]).to.equal(
      '"참가자 1001","김 민수",minsu@u.ac.kr,"채점을 위해 제출됨",3,20.00,예,-,-,좋음',
    );
    expect(imported(text, KOREAN)).to.deep.equal({
      grades: [
        [1001, 3],
        [1002, 0],
      ],
      feedback: [[1001, '좋음']],
    });
  });

  it('is filled in in a language that nobody here speaks, with its decimal comma', () => {
    const students = [graded('minsu kim', 12.5, 'gut'), graded('이서연', 7.25)];
    const { text, problems } = fillGradebook(GERMAN_EXPORT, students);
    expect(problems).to.deep.equal([
      'there is no column for the feedback: say which it is, or switch it on in Moodle',
    ]);
    expect(imported(text, GERMAN)).to.deep.equal({
      grades: [
        [1001, 12.5],
        [1002, 7.25],
      ],
      feedback: [],
    });
    const feedback = 'Feedback als Kommentar';
    const told = fillGradebook(GERMAN_EXPORT, students, { grade: 'Bewertung', feedback });
    expect(imported(told.text, GERMAN).feedback).to.deep.equal([[1001, 'gut']]);
  });

  it('gets text of students as text', () => {
    const students = [graded('2024001', 1, '=HYPERLINK("x")'), graded('2024002', 2, '<b>-1')];
    const { text } = fillGradebook(ENGLISH_EXPORT, students);
    expect(imported(text, ENGLISH).feedback).to.deep.equal([
      [1001, '\'=HYPERLINK("x")'],
      [1002, '&lt;b&gt;-1'],
    ]);
  });

  it('says whose grade Moodle would leave out, and who is not in it', () => {
    const students = [graded('2024001', 21), graded('choi', 2)];
    expect(fillGradebook(ENGLISH_EXPORT, students)).to.deep.equal({
      text: ENGLISH_EXPORT,
      filled: 0,
      problems: [
        'choi: is not in the worksheet',
        '2024001: 21 points, but grades are of 20 in Moodle',
      ],
    });
  });

  it('says where its grades are of other points', () => {
    const students = [{ ...graded('2024001', 8), maxScore: 10 }];
    expect(fillGradebook(ENGLISH_EXPORT, students).problems).to.deep.equal([
      'the maximum grade is 20 in Moodle, but the grades are of 10',
    ]);
  });

  it('is refused without a column for the grades, also with one for feedback', () => {
    const text = 'Identifier,Full name,Feedback comments\nParticipant 1,Kim,\n';
    expect(() => fillGradebook(text, [graded('kim', 1, 'a')])).to.throw(
      'no column for the grades (grade, 성적, 점수, 평점, 등급): say which it is, of Identifier, ' +
        'Full name, Feedback comments; feedback without grades is not written, for importing that ' +
        'wipes grades',
    );
    expect(() => fillGradebook(text, [], { grade: 'Mark' })).to.throw('there is no column Mark');
  });
});

describe('a file for Moodle’s gradebook import', () => {
  it('knows students by e-mail address or ID number, and grades by the header given', () => {
    const text =
      '"First name",Surname,"ID number","Email address","Assignment: Lab (Real)","Last downloaded from this course"\n' +
      'Minsu,Kim,S2024001,MinSu@u.ac.kr,-,1699999999\n서연,이,S2024002,seoyeon@u.ac.kr,-,1699999999\n';
    const students = [graded('minsu@u.ac.kr', 12), graded('이 서연', 20), graded('S2024003', 1)];
    const filled = fillGradebook(text, students, { grade: 'Assignment: Lab (Real)' });
    expect(filled).to.deep.equal({
      text: text.replace(',-,', ',12,').replace(',-,', ',20,'),
      filled: 2,
      problems: ['S2024003: is not in the worksheet'],
    });
    expect(() => fillGradebook(text, students)).to.throw('no column for the grades');
  });
});

describe('any Moodle worksheet', () => {
  const text = fc.string({ unit: fc.constantFrom('k', '이', ' ', '"', ',', '=', '<', '\n', "'") });
  const people = fc.array(
    fc.record({ name: text, status: text, feedback: text, score: fc.option(fc.nat(2000)) }),
    { minLength: 1, maxLength: 8 },
  );
  const language = fc.constantFrom(ENGLISH, KOREAN, GERMAN);

  it('is imported with the grades given, and is the same otherwise', () => {
    fc.assert(
      fc.property(people, language, fc.constantFrom('\n', '\r\n'), (rows, words, end) => {
        const cell = (value: string) =>
          /["\r\n, ]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const head = [words.identifier, 'Name', 'S', words.grade, 'Max', words.modified];
        const maximum = `20${words.decimalSign}00`;
        const line = (row: (typeof rows)[number], at: number) => [
          `${words.participant}${at + 1}`,
          row.name,
          row.status,
          '',
          maximum,
          '-',
          '',
        ];
        const lines = [[...head, words.feedback], ...rows.map(line)];
        const sheet = lines.map((cells) => cells.map(cell).join(',') + end).join('');
        const students = rows.flatMap(({ score, feedback }, at) => {
          const keys = keysFrom({ participant: [String(at + 1)] });
          return score === null ? [] : { ...graded('a', score / 100, feedback), keys };
        });
        const columns = { grade: words.grade, feedback: words.feedback };
        const filled = fillGradebook(sheet, students, columns);
        expect(filled.problems).to.deep.equal([]);

        const participants = rows.map((_, at) => at + 1);
        const { grades, feedback } = importIntoMoodle(filled.text, words, participants, 20);
        const given = rows.map(({ score }) => (score === null ? undefined : score / 100));
        expect(participants.map((one) => grades.get(one))).to.deep.equal(given);
        for (const told of feedback.values()) expect(told).not.to.match(/^[=+\-@\t]|[<\n](?!br>)/);
        expect(emptied(filled.text)).to.equal(emptied(sheet));
      }),
    );
  });

  /** Without grades and feedback. */
  function emptied(sheet: string): string {
    const table = splitCells(sheet, ',');
    const rows = table.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => (at > 0 && [3, 6].includes(column) ? '' : cell)),
    }));
    return joinCells({ ...table, rows });
  }
});
