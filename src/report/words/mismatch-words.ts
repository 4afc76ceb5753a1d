/** The words of a violated assertion: what was expected, what there was. */
import type { Wording } from './say';

export const MISMATCH_WORDS = {
  expected: { en: 'Expected', ko: '기대' },
  actual: { en: 'Actual', ko: '실제' },
  cause: { en: 'Cause', ko: '원인' },
  nearest: { en: 'The nearest miss', ko: '가장 가까운 것' },
  field: { en: 'Field', ko: '필드' },
  same: { en: 'same', ko: '같음' },
  differs: { en: 'differs', ko: '다름' },
  lines: { en: 'Line by line', ko: '줄별 비교' },
  onlyExpected: { en: 'expected, missing', ko: '기대했으나 없음' },
  onlyActual: { en: 'there, not expected', ko: '기대하지 않았으나 있음' },
  onBoth: { en: 'as expected', ko: '기대한 대로' },
} as const satisfies Readonly<Record<string, Wording>>;
