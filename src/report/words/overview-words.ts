/** The words of the overview: what a run came to, and how its scenarios are found. */
import type { Wording } from './say';

export const OVERVIEW_WORDS = {
  skip: { en: 'Skip to the scenarios', ko: '시나리오로 건너뛰기' },
  language: { en: 'Language', ko: '언어' },
  facts: { en: 'The run', ko: '실행 정보' },
  driver: { en: 'Driver', ko: '드라이버' },
  seed: { en: 'Seed', ko: '시드' },
  version: { en: 'Calicumber', ko: 'Calicumber' },
  programs: { en: 'Run by', ko: '실행 환경' },
  startedAt: { en: 'Started', ko: '시작' },
  duration: { en: 'Duration', ko: '소요 시간' },
  unreadable: { en: 'Features that could not be read', ko: '읽지 못한 기능 파일' },
  failures: { en: 'What did not hold', ko: '성립하지 않은 시나리오' },
  noReason: { en: 'No reason was given', ko: '이유가 기록되지 않음' },
  byFeature: { en: 'By feature', ko: '기능별' },
  byTag: { en: 'By tag', ko: '태그별' },
  feature: { en: 'Feature', ko: '기능' },
  tag: { en: 'Tag', ko: '태그' },
  all: { en: 'All', ko: '전체' },
  search: { en: 'Search', ko: '검색' },
  verdict: { en: 'Verdict', ko: '판정' },
  clear: { en: 'Show all', ko: '모두 보기' },
} as const satisfies Readonly<Record<string, Wording>>;

export function scenarioCountWords(count: number): Wording {
  return { en: `${count} ${count === 1 ? 'scenario' : 'scenarios'}`, ko: `시나리오 ${count}개` };
}

export function shownCountWords(count: number, all: number): Wording {
  return { en: `${count} of ${all} scenarios`, ko: `시나리오 ${all}개 중 ${count}개` };
}
