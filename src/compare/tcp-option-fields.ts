/**
 * TCP's options as named fields (RFC 9293, section 3.2; time stamps: RFC 7323): which stand there in which
 * order with which values, and apart from them the
 * time stamps and the window's scale.
 */
import { viewOf } from '../wire/codec';
import type { Fields } from './header-fields';

const END_OF_LIST = 0;
const NO_OPERATION = 1;
const WINDOW_SCALE = 3;
const TIMESTAMPS = 8;

/** Their values are fields of their own. */
const APART: ReadonlySet<number> = new Set([TIMESTAMPS, WINDOW_SCALE]);

export function tcpOptionFields(options: Uint8Array, prefix: string): Fields {
  const view = viewOf(options);
  const named: string[] = [];
  let stamps = '';
  let scale = '';
  let at = 0;
  while (at < options.length) {
    const kind = view.getUint8(at);
    const isShort = kind === END_OF_LIST || kind === NO_OPERATION;
    const length = isShort ? 1 : Math.max(2, at + 1 < options.length ? view.getUint8(at + 1) : 0);
    const value = [...options.subarray(at + 2, at + length)].join('.');
    if (kind === TIMESTAMPS) stamps = value;
    if (kind === WINDOW_SCALE) scale = value;
    named.push(isShort || APART.has(kind) ? String(kind) : `${kind}=${value}`);
    at += length;
  }
  return {
    [`${prefix}tcp.options`]: named.join(' '),
    [`${prefix}tcp.timestamps`]: stamps,
    [`${prefix}tcp.windowScale`]: scale,
  };
}
