/** The TCP part of an observed frame, as far as a quotation goes. */
import { viewOf } from '../wire/codec';
import { TCP_ACK, TCP_FIN, TCP_PSH, TCP_RST, TCP_SIZE, TCP_SYN } from '../wire/tcp';
import type { JsonObject } from './json';
import type { Tokens } from './tokens';

/** The letters of the flags, in the order in which they are written. */
const FLAG_LETTERS: readonly (readonly [number, string])[] = [
  [TCP_SYN, 'S'],
  [TCP_FIN, 'F'],
  [TCP_RST, 'R'],
  [TCP_PSH, 'P'],
  [TCP_ACK, 'A'],
];

const END_OF_LIST = 0;
const NO_OPERATION = 1;
const MAXIMUM_SEGMENT_SIZE = 2;

/** `claimed`: the segment's length in bytes as the IPv4 header has it. */
export function tcpJson(body: Uint8Array, claimed: number, tokens: Tokens): JsonObject {
  const view = viewOf(body);
  const ports = {
    sport: tokens.port(view.getUint16(0)),
    dport: tokens.port(view.getUint16(2)),
  };
  if (body.length < TCP_SIZE) return ports;
  const flags = view.getUint8(13);
  const headerLength = (view.getUint8(12) >>> 4) * 4;
  const options = viewOf(body.subarray(TCP_SIZE, headerLength));
  const mss = flags & TCP_SYN ? mssOf(options) : undefined;
  return {
    ...ports,
    flags: FLAG_LETTERS.map(([bit, letter]) => (flags & bit ? letter : '')).join(''),
    data: claimed - headerLength,
    ...(mss !== undefined && { mss }),
  };
}

function mssOf(options: DataView): number | undefined {
  let at = 0;
  while (at < options.byteLength) {
    const option = options.getUint8(at);
    if (option === END_OF_LIST) return undefined;
    if (option === MAXIMUM_SEGMENT_SIZE && at + 4 <= options.byteLength) {
      return options.getUint16(at + 2);
    }
    const length =
      option === NO_OPERATION || at + 1 >= options.byteLength ? 1 : options.getUint8(at + 1);
    if (length === 0) return undefined;
    at += length;
  }
  return undefined;
}
