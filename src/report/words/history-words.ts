/** The words of a history: what changed between two runs. */
import type { ChangeKind } from '../history/changes';
import type { Wording } from './say';

export const HISTORY_WORDS = {
  title: { en: 'What changed', ko: '달라진 점' },
  nothing: {
    en: 'Nothing changed: every scenario has the verdict and the sentences that it had.',
    ko: '달라진 점 없음: 모든 시나리오의 판정과 문장이 이전과 같음.',
  },
  runs: { en: 'The two runs', ko: '두 실행' },
  before: { en: 'Before', ko: '이전' },
  after: { en: 'After', ko: '이후' },
  startedAt: { en: 'Started', ko: '시작' },
  driver: { en: 'Driver', ko: '드라이버' },
  seed: { en: 'Seed', ko: '시드' },
  version: { en: 'Calicumber', ko: 'Calicumber' },
  page: { en: 'Report', ko: '보고서' },
  messages: { en: 'Messages', ko: '메시지 파일' },
  gone: { en: 'no longer there', ko: '없어진 문장' },
  come: { en: 'new', ko: '새 문장' },
  wasCalled: { en: 'was called', ko: '이전 이름:' },
  unchanged: { en: 'as before', ko: '변화 없음' },
} as const satisfies Readonly<Record<string, Wording>>;

export const CHANGE_WORDS: Readonly<Record<ChangeKind, Wording>> = {
  broken: { en: 'Newly violated', ko: '새로 위반됨' },
  unsettled: { en: 'No longer established', ko: '더 이상 확인되지 않음' },
  'broken otherwise': { en: 'Violated for another reason', ko: '다른 이유로 위반됨' },
  fixed: { en: 'Now held', ko: '이제 성립함' },
  added: { en: 'Added', ko: '추가됨' },
  removed: { en: 'Removed', ko: '삭제됨' },
  reworded: { en: 'Other sentences, same verdict', ko: '판정은 같고 문장이 바뀜' },
};
