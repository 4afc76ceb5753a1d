/** The words of a student's page: what he got, why, and what his scenarios noticed. */
import type { Audience } from '../../grade/feedback/feedback';
import type { StudentScenario } from '../../grade/model/result';
import { rounded } from '../../grade/score/points';
import type { Wording } from './say';

export const STUDENT_WORDS = {
  title: { en: 'Feedback for', ko: '채점 결과:' },
  score: { en: 'Score', ko: '점수' },
  ungraded: { en: 'Not graded', ko: '채점하지 않음' },
  formula: { en: 'How it came about', ko: '계산 과정' },
  problems: { en: 'What to look at in your files', ko: '제출 파일에서 살펴볼 점' },
  checks: { en: 'Checks', ko: '검사 항목' },
  scenarios: { en: 'Your scenarios', ko: '작성한 시나리오' },
  noScenarios: { en: 'None was handed in.', ko: '제출한 시나리오 없음.' },
  mutants: { en: 'Broken engines', ko: '고장 난 엔진' },
  brokenOnPurpose: {
    en: 'Each of these engines was broken on purpose, in one way. A lamp is lit where one of your scenarios noticed.',
    ko: '아래 엔진은 각각 한 군데를 일부러 고장 낸 것이다. 작성한 시나리오가 고장을 알아차리면 등이 켜진다.',
  },
  caught: { en: 'noticed', ko: '알아차림' },
  missed: { en: 'not noticed', ko: '알아차리지 못함' },
  caughtBy: { en: 'Noticed by', ko: '알아차린 시나리오:' },
  hint: { en: 'Hint', ko: '힌트' },
  misconception: { en: 'What it stands for', ko: '대표하는 오해' },
  hiddenCheck: { en: 'hidden until now', ko: '숨겨져 있던 항목' },
  proof: { en: 'Proof', ko: '검증 값' },
  digest: {
    en: 'SHA-256 of the assignment, your files, the program’s version and the seed: whoever grades the same again gets the same result.',
    ko: '과제, 제출 파일, 프로그램 버전, 시드의 SHA-256 값. 같은 조건으로 다시 채점하면 같은 결과가 나온다.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export const AUDIENCE_WORDS: Readonly<Record<Audience, Wording>> = {
  practice: { en: 'Practice: nothing counts yet', ko: '연습: 아직 점수에 반영되지 않음' },
  graded: { en: 'Graded', ko: '채점 완료' },
  'after-due': { en: 'After the due date: everything is shown', ko: '마감 후: 모든 내용 공개' },
};

interface StateWords extends Wording {
  readonly sign: string;
  /** The part of the class that colours it. */
  readonly look: 'held' | 'violated' | 'open' | 'soft';
  readonly meaning: Wording;
}

export const STATE_WORDS: Readonly<Record<StudentScenario['state'], StateWords>> = {
  valid: {
    sign: '✔',
    look: 'held',
    en: 'valid',
    ko: '유효',
    meaning: { en: 'holds on every right engine', ko: '올바른 모든 엔진에서 성립' },
  },
  'over-specified': {
    sign: '≠',
    look: 'open',
    en: 'over-specified',
    ko: '과잉 명세',
    meaning: {
      en: 'demands what another right engine does otherwise',
      ko: '올바른 다른 엔진에서는 다를 수 있는 것까지 요구',
    },
  },
  wrong: {
    sign: '✖',
    look: 'violated',
    en: 'wrong',
    ko: '틀림',
    meaning: { en: 'does not hold on the right engine', ko: '올바른 엔진에서 성립하지 않음' },
  },
  vacuous: {
    sign: '○',
    look: 'open',
    en: 'says nothing',
    ko: '내용 없음',
    meaning: {
      en: 'holds even where nothing works',
      ko: '아무것도 작동하지 않는 곳에서도 성립',
    },
  },
  'not counted': {
    sign: '–',
    look: 'soft',
    en: 'not counted',
    ko: '반영되지 않음',
    meaning: { en: 'more than the number that counts', ko: '반영되는 개수를 넘음' },
  },
};

/** `6 of 10 points`. */
export function pointsWords(points: number, most: number): Wording {
  const [got, all] = [pointsText(points), pointsText(most)];
  return { en: `${got} of ${all} ${all === '1' ? 'point' : 'points'}`, ko: `${all}점 중 ${got}점` };
}

export function decidedWords(decided: number, most: number, hidden: number): Wording {
  const [so, all, still] = [decided, most, hidden].map(pointsText);
  return hidden === 0
    ? { en: `All ${all} points are decided.`, ko: `${all}점이 모두 확정됨.` }
    : {
        en: `Decided so far: ${so} of ${all} points. Hidden still: ${still}.`,
        ko: `지금까지 확정: ${all}점 중 ${so}점. 아직 비공개: ${still}점.`,
      };
}

export function hiddenChecksWords(count: number): Wording {
  return {
    en: `${count} ${count === 1 ? 'check is' : 'checks are'} not shown yet.`,
    ko: `아직 공개되지 않은 검사 항목 ${count}개.`,
  };
}

/** @param number from 1 */
export function engineWords(number: number): Wording {
  return { en: `Engine ${number}`, ko: `엔진 ${number}` };
}

export function noticedWords(caught: number, all: number): Wording {
  return { en: `${caught} of ${all} noticed`, ko: `${all}개 중 ${caught}개 알아차림` };
}

/** At most three decimals. */
export function pointsText(points: number): string {
  return String(rounded(points, 3));
}
