/**
 * The options of a TCP header that this program asks for (RFC 9293, section 3.2).
 */
import { viewOf } from './codec';

const END_OF_LIST = 0;
const NO_OPERATION = 1;
const MAXIMUM_SEGMENT_SIZE = 2;

/** The "maximum segment size" option alone, `mss` in bytes. */
export function mssOption(mss: number): Uint8Array {
  return Uint8Array.of(MAXIMUM_SEGMENT_SIZE, 4, mss >>> 8, mss & 255);
}

/** The MSS in bytes; `undefined` where the options name none or cannot be read. */
export function tcpMss(options: Uint8Array): number | undefined {
  const view = viewOf(options);
  let at = 0;
  while (at < view.byteLength) {
    const option = view.getUint8(at);
    if (option === END_OF_LIST) return undefined;
    if (option === NO_OPERATION) {
      at += 1;
      continue;
    }
    const length = at + 1 < view.byteLength ? view.getUint8(at + 1) : 0;
    if (length < 2 || at + length > view.byteLength) return undefined;
    if (option === MAXIMUM_SEGMENT_SIZE && length === 4) return view.getUint16(at + 2);
    at += length;
  }
  return undefined;
}
