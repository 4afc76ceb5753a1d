/** The words of the three panes of a capture. Columns are called as Wireshark calls them. */
import type { PageFrame } from '../model/capture';
import type { Wording } from './say';

export const FRAME_WORDS = {
  interface: { en: 'Interface', ko: '인터페이스' },
  allInterfaces: { en: 'all interfaces', ko: '모든 인터페이스' },
  list: { en: 'Frames', ko: '프레임 목록' },
  tree: { en: 'Protocol tree', ko: '프로토콜 트리' },
  bytes: { en: 'Bytes', ko: '바이트' },
  inner: { en: 'Inner packet', ko: '안쪽 패킷' },
  innerHint: {
    en: 'carried by the headers above',
    ko: '위의 헤더가 실어 나르는 패킷',
  },
  number: { en: 'No.', ko: '번호' },
  time: { en: 'Time', ko: '시간' },
  source: { en: 'Source', ko: '출발지' },
  destination: { en: 'Destination', ko: '목적지' },
  protocol: { en: 'Protocol', ko: '프로토콜' },
  length: { en: 'Length', ko: '길이' },
  info: { en: 'Info', ko: '정보' },
  direction: { en: 'Way', ko: '방향' },
  offset: { en: 'Offset', ko: '오프셋' },
  ascii: { en: 'ASCII', ko: 'ASCII' },
  earlier: { en: 'Earlier frames', ko: '이전 프레임' },
  later: { en: 'Later frames', ko: '다음 프레임' },
  none: { en: 'No frame was captured.', ko: '캡처된 프레임이 없음.' },
  choose: {
    en: 'Choose a frame of the list to see its fields and bytes.',
    ko: '목록에서 프레임을 고르면 필드와 바이트가 보임.',
  },
  point: {
    en: 'Point at a field or a byte, or walk with the arrow keys: what belongs together lights up.',
    ko: '필드나 바이트를 가리키거나 방향키로 옮기면 서로 대응하는 부분이 강조됨.',
  },
  noBytes: { en: 'The frame has no bytes.', ko: '프레임에 바이트가 없음.' },
} as const satisfies Readonly<Record<string, Wording>>;

/** An arrow as the interface sees it, and its word. */
export const DIRECTION_WORDS: Readonly<
  Record<PageFrame['direction'], Wording & { readonly sign: string }>
> = {
  in: { sign: '←', en: 'in', ko: '수신' },
  out: { sign: '→', en: 'out', ko: '송신' },
  other: { sign: '⋯', en: "another's", ko: '타 호스트' },
};

/** @param first and last from 1 */
export function rowsWords(first: number, last: number, count: number): Wording {
  return { en: `${first}–${last} of ${count} frames`, ko: `프레임 ${count}개 중 ${first}–${last}` };
}

export function countWords(count: number): Wording {
  return { en: `${count} ${count === 1 ? 'frame' : 'frames'}`, ko: `프레임 ${count}개` };
}

/** Where a field stands: `bytes 26–29 (4 bytes)`. */
export function placeWords(offset: number, length: number): Wording {
  if (length === 0)
    return { en: 'derived, no bytes of its own', ko: '계산된 값, 해당 바이트 없음' };
  const last = offset + length - 1;
  if (length === 1) return { en: `byte ${offset}`, ko: `바이트 ${offset}` };
  return {
    en: `bytes ${offset}–${last} (${length} bytes)`,
    ko: `바이트 ${offset}–${last} (${length}바이트)`,
  };
}

export function allBytesWords(count: number): Wording {
  return { en: `Show all ${count} bytes`, ko: `${count}바이트 모두 보기` };
}
