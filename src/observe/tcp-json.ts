/** The TCP part of an observed frame, as far as a quotation goes. */
import { viewOf } from '../wire/codec';
import { TCP_ACK, TCP_FIN, TCP_PSH, TCP_RST, TCP_SIZE, TCP_SYN } from '../wire/tcp';
import { tcpMss } from '../wire/tcp-options';
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
  const mss = flags & TCP_SYN ? tcpMss(body.subarray(TCP_SIZE, headerLength)) : undefined;
  return {
    ...ports,
    flags: FLAG_LETTERS.map(([bit, letter]) => (flags & bit ? letter : '')).join(''),
    data: claimed - headerLength,
    ...(mss !== undefined && { mss }),
  };
}
