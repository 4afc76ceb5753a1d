/** The words of the living specification. What the features say stands in their own language. */
import type { Wording } from './say';

export const SPEC_WORDS = {
  title: { en: 'Specification', ko: '명세' },
  contents: { en: 'Contents', ko: '차례' },
  count: (features: number, scenarios: number): Wording => ({
    en: `${features} ${features === 1 ? 'feature' : 'features'}, ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`,
    ko: `기능 ${features}개, 시나리오 ${scenarios}개`,
  }),
  labAsIn: { en: 'The lab is that of', ko: '실습 환경은 다음과 같음:' },
  nothing: {
    en: 'There is no feature in what was read.',
    ko: '읽은 파일에 기능이 없음.',
  },
} as const;
