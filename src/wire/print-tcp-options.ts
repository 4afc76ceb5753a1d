/**
 * The options of a TCP segment in tcpdump's words (print-tcp.c of 4.99).
 */
import type { Printout } from './printout';

const END_OF_LIST = 0;
const NO_OPERATION = 1;
const SACK = 5;

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

/**
 * @param origin what the ranges of SACK are counted from
 * @returns false where an option is broken or cut off: then nothing more is said of the segment
 */
export function printTcpOptions(out: Printout, from: number, end: number, origin: number): boolean {
  let at = from;
  while (at < end) {
    const separator = at === from ? '' : ',';
    out.print(separator);
    const kind = out.u8(at);
    const isSingle = kind === END_OF_LIST || kind === NO_OPERATION;
    const length = isSingle ? 1 : out.u8(at + 1);
    if (!isSingle && (length < 2 || at + length > end)) return broken(out, separator);
    out.print(NAMES[kind] ?? `unknown-${kind}`);
    if (kind === END_OF_LIST) return true;
    const size = isSingle ? 0 : (FIXED_SIZES[kind] ?? length - 2);
    if (!isSingle) {
      if (at + 2 + size > end) return broken(out, separator);
      // The ranges of SACK are read one by one.
      if (kind !== SACK && out.isCut(at + 2, size)) return cut(out, separator);
      if (!printContents(out, kind, at + 2, size, origin)) return cut(out, separator);
      if (size + 2 !== length) out.print(`[len ${length}]`);
    }
    at += isSingle ? 1 : size + 2;
  }
  return true;
}

/** The first option does not know yet that there is a bracket to close. */
function broken(out: Printout, separator: string): false {
  out.print(`[bad opt]${separator === '' ? '' : ']'}`);
  return false;
}

function cut(out: Printout, separator: string): false {
  if (separator !== '') out.print('>');
  return false;
}

/** @returns false where they are cut off */
function printContents(
  out: Printout,
  kind: number,
  at: number,
  size: number,
  origin: number,
): boolean {
  if (kind === SACK) return printRanges(out, at, size, origin);
  out.print(contents(out, kind, at, size));
  return true;
}

function contents(out: Printout, kind: number, at: number, size: number): string {
  switch (kind) {
    case 2:
      return ` ${out.u16(at)}`;
    case 3:
      return ` ${out.u8(at)}`;
    case 4:
      return '';
    case 6:
    case 7:
      return ` ${out.u32(at)}`;
    case 8:
      return ` val ${out.u32(at)} ecr ${out.u32(at + 4)}`;
    default:
      return size === 0 ? '' : ` 0x${digits(out, at, size)}`;
  }
}

function printRanges(out: Printout, at: number, size: number, origin: number): boolean {
  if (size % 8 !== 0) {
    out.print(' invalid sack');
    return true;
  }
  out.print(` ${size / 8} `);
  for (let place = at; place < at + size; place += 8) {
    if (out.isCut(at, place + 8 - at)) return false;
    const begin = (out.u32(place) - origin) >>> 0;
    out.print(`{${begin}:${(out.u32(place + 4) - origin) >>> 0}}`);
  }
  return true;
}

function digits(out: Printout, at: number, size: number): string {
  let text = '';
  for (let place = at; place < at + size; place += 1) {
    text += out.u8(place).toString(16).padStart(2, '0');
  }
  return text;
}
