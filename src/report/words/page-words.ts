/** The words of a scenario on the page of a run. Its sentences stand in their own language. */
import type { Wording } from './say';

export const PAGE_WORDS = {
  rule: { en: 'Rule', ko: '규칙' },
  downloads: { en: 'Downloads', ko: '내려받기' },
  allInterfaces: { en: 'all interfaces (pcapng)', ko: '모든 인터페이스(pcapng)' },
  trace: { en: 'trace (JSON)', ko: '추적(JSON)' },
  hops: { en: 'Hop by hop, as text', ko: '홉별 기록(텍스트)' },
  damaged: { en: 'The evidence of this scenario is damaged.', ko: '이 시나리오의 증거가 손상됨.' },
} as const satisfies Readonly<Record<string, Wording>>;

interface StatusWords extends Wording {
  readonly sign: string;
  /** The part of the class that colours it. */
  readonly look: 'held' | 'violated' | 'open' | 'soft';
}

const STATUS_WORDS: Readonly<Record<string, StatusWords>> = {
  passed: { sign: '✔', look: 'held', en: 'passed', ko: '통과' },
  failed: { sign: '✖', look: 'violated', en: 'failed', ko: '실패' },
  skipped: { sign: '–', look: 'soft', en: 'skipped', ko: '건너뜀' },
  undefined: { sign: '?', look: 'open', en: 'unknown sentence', ko: '알 수 없는 문장' },
  ambiguous: { sign: '?', look: 'open', en: 'ambiguous', ko: '모호함' },
  pending: { sign: '?', look: 'open', en: 'pending', ko: '보류' },
};

const NOT_RUN: StatusWords = { sign: '?', look: 'open', en: 'not run', ko: '실행되지 않음' };

/** @param status Cucumber's word in lower case */
export function statusWords(status: string): StatusWords {
  return Object.hasOwn(STATUS_WORDS, status) ? (STATUS_WORDS[status] ?? NOT_RUN) : NOT_RUN;
}

export function frameCountWords(count: number): Wording {
  return { en: `${count} ${count === 1 ? 'frame' : 'frames'}`, ko: `프레임 ${count}개` };
}

/** @param ms milliseconds */
export function durationText(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
