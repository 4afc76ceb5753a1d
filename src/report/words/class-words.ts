/** The words of a class's page: how it did as a whole, and each student's checks. */
import type { ScoreBin } from '../../grade/class/statistics';
import type { Wording } from './say';

export const CLASS_WORDS = {
  graded: { en: 'graded', ko: '채점됨' },
  ungradable: { en: 'not gradable', ko: '채점 불가' },
  mean: { en: 'mean', ko: '평균' },
  median: { en: 'median', ko: '중앙값' },
  most: { en: 'points at most', ko: '만점' },
  distribution: { en: 'Distribution of scores', ko: '점수 분포' },
  ofTheMost: { en: 'Score, in percent', ko: '득점률(%)' },
  students: { en: 'Students', ko: '학생' },
  student: { en: 'Student', ko: '학생' },
  score: { en: 'Score', ko: '점수' },
  hardest: { en: 'Hardest checks', ko: '어려웠던 검사 항목' },
  check: { en: 'Check', ko: '검사 항목' },
  heldBy: { en: 'Held by', ko: '성립한 학생' },
  clusters: { en: 'Failed alike', ko: '같은 항목에서 실패' },
  noClusters: {
    en: 'No two students failed the same checks.',
    ko: '같은 항목에서 실패한 학생 없음.',
  },
  likeness: { en: 'Nearly identical submissions', ko: '거의 같은 제출물' },
  likenessMeaning: {
    en: 'Compared without comments, layout, order and names; what was handed out, and what many have alike, is left out. A reason to ask, not a verdict.',
    ko: '주석, 배치, 순서, 이름을 빼고 비교함. 배포한 파일과 많은 학생에게 공통된 부분은 제외함. 확인해 볼 이유일 뿐 판정은 아니다.',
  },
  noLikeness: { en: 'None was found.', ko: '발견되지 않음.' },
  alike: { en: 'Alike', ko: '유사도' },
  and: { en: 'and', ko: '와(과)' },
  matrix: { en: 'Students and checks', ko: '학생별 검사 결과' },
  sortHow: {
    en: 'The buttons in the head of the table sort it.',
    ko: '표 머리의 버튼을 누르면 그 열로 정렬된다.',
  },
  hidden: { en: 'hidden from students', ko: '학생에게 비공개' },
  noResult: { en: 'no result', ko: '결과 없음' },
} as const satisfies Readonly<Record<string, Wording>>;

export function studentCountWords(count: number): Wording {
  return { en: `${count} ${count === 1 ? 'student' : 'students'}`, ko: `학생 ${count}명` };
}

export function binWords({ from, to }: ScoreBin): Wording {
  return to === 100
    ? { en: `${from} to ${to} %`, ko: `${from}~${to}%` }
    : { en: `${from} to below ${to} %`, ko: `${from}% 이상 ${to}% 미만` };
}

/** @param count how many are not shown */
export function moreWords(count: number): Wording {
  return { en: `and ${count} more`, ko: `외 ${count}개` };
}
