/** The page of a class has every student and every check, says how the class did, and stays small. */
import { expect } from 'chai';
import { madeResult } from '../../grade/class/made-class.fixture';
import { hostileLine } from '../testing/hostile.fixture';
import { classPage } from './class-page';
import { textIn } from './text-in.fixture';

const TITLE = { en: 'Two nodes', ko: '두 노드' };
const pageOf = (student: string) => `feedback/${student}/index.html`;

const RESULTS = [
  madeResult('ann', '+++'),
  madeResult('bob', '+-?'),
  madeResult('cho', '+-?'),
  madeResult('fay', '', 3),
];

const PAGE = classPage({
  title: TITLE,
  results: RESULTS,
  likeness: [{ students: ['bob', 'cho'], similarity: 0.987, shared: 120 }],
  names: new Map([['cho', '조하나']]),
  pageOf,
});

describe('the page of a class', () => {
  it('says how the class did', () => {
    const text = textIn(PAGE, 'en');
    expect(text).to.include('3 graded 1 not gradable 1.67 mean 1 median 3 points at most');
    expect(text).to.include('30 to below 40 %: 2 students');
    expect(text).to.include('90 to 100 %: 1 student');
    expect(text).to.include('check 2 33 % (1/3)');
    expect(text).to.include('2 students: check 2, check 3 bob 조하나 cho');
    expect(text).to.include('bob and 조하나 cho 98 %');
  });

  it('has a row for each student and a cell for each check, in both languages', () => {
    expect(textIn(PAGE, 'en')).to.include('bob 1 held violated not established');
    expect(textIn(PAGE, 'ko')).to.include('fay 채점 불가 결과 없음 결과 없음 결과 없음');
    expect(PAGE).to.include('<a href="./feedback/ann/index.html">ann</a>');
    expect(textIn(PAGE, 'en')).to.include('◇ hidden from students: check 3');
  });

  it('says so where nobody failed or wrote alike, and where nobody is', () => {
    const text = textIn(classPage({ title: TITLE, results: [], likeness: [], pageOf }), 'en');
    expect(text).to.include('No two students failed').and.to.include('None was found.');
    expect(text).to.include('0 graded 0 not gradable – mean');
  });

  it('shows names of strangers as texts, and links to no place but ours', () => {
    const bad = `javascript:${hostileLine('name')}\ud800`;
    const page = classPage({
      title: TITLE,
      results: [madeResult(bad, '+-'), madeResult('bob', '--')],
      likeness: [{ students: [bad, 'bob'], similarity: 1, shared: 20 }],
      names: new Map([['bob', bad]]),
      pageOf: (student) => student,
    });
    expect(page)
      .not.to.match(/<(img|iframe|svg onload)/)
      .and.not.to.include('\u202e');
    expect(page.match(/<script>/g)).to.have.length(1);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.filter((href) => !/^(#|\.\/)[\w%./~!*'()-]+$/.test(href))).to.deep.equal([]);
  });

  it('of 300 students and 60 checks is smaller than 2 MB, whatever came of them', () => {
    const longest = '?'.repeat(60);
    const results = Array.from({ length: 300 }, (_, at) => madeResult(`student-${at}`, longest));
    const names = new Map(results.map(({ student }) => [student, `이름이 긴 학생 ${student}`]));
    const page = classPage({ title: TITLE, results, likeness: [], names, pageOf });
    expect(page.match(/<td/g)?.length).to.be.above(300 * 60);
    expect(Buffer.byteLength(page)).to.be.below(2_000_000);
  });
});
