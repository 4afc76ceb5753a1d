/**
 * The options of a TCP segment in tcpdump's words (print-tcp.c of 4.99).
 */
import type { Printout } from './printout';

const END_OF_LIST = 0;
const NO_OPERATION = 1;

const NAMES: Readonly<Record<number, string>> = {
  0: 'eol',
  1: 'nop',
  2: 'mss',
  3: 'wscale',
  4: 'sackOK',
  5: 'sack',
  6: 'echo',
  7: 'echoreply',
  8: 'TS',
  19: 'md5',
};

/** The bytes of contents that the options of fixed size have. */
const FIXED_SIZES: Readonly<Record<number, number>> = { 2: 2, 3: 1, 4: 0, 6: 4, 7: 4, 8: 8 };

/** @param origin what the ranges of SACK are counted from */
export function optionTexts(out: Printout, from: number, end: number, origin: number): string {
  const texts: string[] = [];
  let at = from;
  while (at < end) {
    const kind = out.u8(at);
    if (kind === END_OF_LIST) return [...texts, 'eol'].join(',');
    if (kind === NO_OPERATION) {
      texts.push('nop');
      at += 1;
      continue;
    }
    const length = at + 1 < end ? out.u8(at + 1) : 0;
    if (length < 2 || at + length > end) return badOption(texts, '');
    const name = NAMES[kind] ?? `unknown-${kind}`;
    const wanted = FIXED_SIZES[kind];
    if (wanted !== undefined && wanted + 2 > end - at) return badOption(texts, name);
    texts.push(name + contents(out, kind, at + 2, length - 2, origin) + misfit(length, wanted));
    at += wanted === undefined ? length : wanted + 2;
  }
  return texts.join(',');
}

function badOption(texts: readonly string[], name: string): string {
  return [...texts, `${name}[bad opt]`].join(',');
}

function misfit(length: number, wanted: number | undefined): string {
  return wanted === undefined || wanted + 2 === length ? '' : `[len ${length}]`;
}

function contents(out: Printout, kind: number, at: number, size: number, origin: number): string {
  switch (kind) {
    case 2:
      return ` ${out.u16(at)}`;
    case 3:
      return ` ${out.u8(at)}`;
    case 4:
      return '';
    case 5:
      return size % 8 === 0 ? ` ${size / 8} ${ranges(out, at, size, origin)}` : ' invalid sack';
    case 6:
    case 7:
      return ` ${out.u32(at)}`;
    case 8:
      return ` val ${out.u32(at)} ecr ${out.u32(at + 4)}`;
    default:
      return size === 0 ? '' : ` 0x${digits(out, at, size)}`;
  }
}

function ranges(out: Printout, at: number, size: number, origin: number): string {
  let text = '';
  for (let place = at; place < at + size; place += 8) {
    text += `{${(out.u32(place) - origin) >>> 0}:${(out.u32(place + 4) - origin) >>> 0}}`;
  }
  return text;
}

function digits(out: Printout, at: number, size: number): string {
  let text = '';
  for (let place = at; place < at + size; place += 1) {
    text += out.u8(place).toString(16).padStart(2, '0');
  }
  return text;
}
