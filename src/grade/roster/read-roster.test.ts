/**
 * Lists of a class as people have them.
 */
import { expect } from 'chai';
import { readRoster } from './read-roster';

describe('a roster', () => {
  it('is read with headers in English, commas and lines of Windows', () => {
    const text = 'Student ID,Full name,Email,Login\r\n2024001,"Kim, Minsu",kim@u.ac.kr,mskim\r\n';
    expect(readRoster(text)).to.deep.equal([
      { line: 2, id: '2024001', name: 'Kim, Minsu', email: 'kim@u.ac.kr', login: 'mskim' },
    ]);
  });

  it('is read with headers in Korean, semicolons and a byte order mark', () => {
    const text = '\ufeff이름;학번;폴더;이메일\n김민수;2024001;team-1;\n\n이서연;2024002;;s@u.ac.kr';
    expect(readRoster(text)).to.deep.equal([
      { line: 2, id: '2024001', name: '김민수', folder: 'team-1' },
      { line: 4, id: '2024002', name: '이서연', email: 's@u.ac.kr' },
    ]);
  });

  it('is refused with the line where something is wrong', () => {
    const refusals: readonly (readonly [string, string])[] = [
      ['', 'the roster is empty'],
      [
        'name,grade\n김민수,1\n',
        'line 1: no column for the id (id, student, studentid, studentnumber, idnumber, sisuserid, ' +
          '학번, 학생번호); there is name, grade',
      ],
      ['id,학번,name\n', 'line 1: two columns are the id: id and 학번'],
      ['id,name\n1,a\n,b\n', 'line 3: no id'],
      ['id,name\n1,a\n2,b\n1,c\n', 'line 4: id 1 is in line 2, too'],
      ['id,name,folder\n1,a,x\n2,b,x\n', 'line 3: folder x is in line 2, too'],
      ['id,name\n1,"a\n', 'line 2: a quote is never closed'],
    ];
    for (const [text, message] of refusals) expect(() => readRoster(text)).to.throw(message);
  });
});
