/**
 * Which gradebook a file is, and what becomes of results in one.
 */
import { expect } from 'chai';
import { GRADED, UNGRADABLE } from '../feedback/results.fixture';
import { matchStudents } from '../roster/match-students';
import { readRoster } from '../roster/read-roster';
import { splitCells } from './cells';
import { gradedStudents } from './graded-students';
import { fillGradebook, recognise } from './index';

const ROSTER = readRoster('학번,이름,폴더\n2024001,김민수,kim\n2024002,이서연,\n');

describe('a gradebook', () => {
  it('is known by its headers and by what stands in it', () => {
    const kind = (text: string) => recognise(splitCells(text)).title;
    expect(kind('Student,ID,Section,Lab (1)\n')).to.equal('a Canvas gradebook');
    expect(kind('식별자,성명,성적\n참가자 1,김민수,\n참가자 2,이서연,\n')).to.equal(
      'a Moodle worksheet',
    );
    expect(kind('Name,Mail\nKim,kim@u.ac.kr\n')).to.equal('a Moodle worksheet');
  });

  it('is refused with what was looked for where it is none', () => {
    for (const text of ['', 'a,b\n1,2\n', 'Student,ID,Group,Lab (1)\n1,2,3,4\n']) {
      expect(() => fillGradebook(text, [])).to.throw(
        'this is neither a Canvas gradebook (a first line with Student, ID and Section) nor a Moodle ' +
          'worksheet (a column of Participant 123 in any language, of e-mail addresses, or ID number)',
      );
    }
  });

  it('gets nothing for what cannot be graded, and what the roster says of the others', () => {
    const results = [GRADED, UNGRADABLE];
    const names = results.map(({ student }) => student);
    const { students } = matchStudents(names, ROSTER);
    const graded = gradedStudents(results, students, ({ formula }) => formula.ko);
    const text = 'ID number,성적,Feedback comments\n2024001,,\n2024002,EX,"ask, please"\n';
    expect(fillGradebook(text, graded)).to.deep.equal({
      text: text.replace('2024001,,', '2024001,10,6/10 + 4.333/10 = 10/20'),
      filled: 1,
      problems: [],
    });
  });
});
