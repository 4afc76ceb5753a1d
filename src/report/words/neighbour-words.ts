/** What the state of a neighbour entry means (NUD_* of the kernel, as `ip neigh` prints them). */
import type { Wording } from './say';

const STATES: ReadonlyMap<string, Wording> = new Map([
  ['none', { en: 'nobody was asked yet', ko: '아직 묻지 않음' }],
  ['incomplete', { en: 'asked, not answered yet', ko: '물었으나 아직 응답 없음' }],
  ['reachable', { en: 'confirmed a moment ago', ko: '방금 확인됨' }],
  ['stale', { en: 'known, not confirmed lately', ko: '알고 있으나 최근 확인되지 않음' }],
  ['delay', { en: 'in use, soon to be confirmed', ko: '사용 중, 곧 확인 예정' }],
  ['probe', { en: 'being confirmed', ko: '확인하는 중' }],
  ['failed', { en: 'nobody answered', ko: '아무도 응답하지 않음' }],
  ['permanent', { en: 'set by hand, for good', ko: '직접 지정, 만료되지 않음' }],
  ['noarp', { en: 'needs no ARP', ko: 'ARP가 필요 없음' }],
]);

/** @param state in either case; nothing for one that no kernel has */
export function neighbourWords(state: string): Wording | undefined {
  return STATES.get(state.toLowerCase());
}
