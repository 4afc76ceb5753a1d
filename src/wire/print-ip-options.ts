/**
 * The options of an IPv4 header in tcpdump's words (print-ip.c of 4.99).
 */
import type { Printout } from './printout';

const END_OF_LIST = 0;
const NO_OPERATION = 1;
const ROUTER_ALERT = 148;
const ROUTES = [7, 131, 137];

const NAMES: Readonly<Record<number, string>> = {
  0: 'EOL',
  1: 'NOP',
  7: 'RR',
  68: 'timestamp',
  82: 'traceroute',
  130: 'security',
  131: 'LSRR',
  137: 'SSRR',
  148: 'RA',
};

/** `NOP,RR 10.0.0.1, 10.0.0.2,EOL`. A timestamp's contents are not told. */
export function ipOptionsText(out: Printout, from: number, end: number): string {
  const texts: string[] = [];
  let at = from;
  while (at < end) {
    const kind = out.u8(at);
    const name = NAMES[kind] ?? `unknown ${kind}`;
    const isSingle = kind === END_OF_LIST || kind === NO_OPERATION;
    const length = isSingle ? 1 : out.u8(at + 1);
    if (length < (isSingle ? 1 : 2) || at + length > end) {
      return [...texts, `${name} [bad length ${length}]`].join(',');
    }
    texts.push(name + contents(out, kind, at, length));
    if (kind === END_OF_LIST) break;
    at += length;
  }
  return texts.join(',');
}

function contents(out: Printout, kind: number, at: number, length: number): string {
  if (ROUTES.includes(kind)) return routeText(out, at, length);
  if (kind !== ROUTER_ALERT) return '';
  if (length < 4) return ` [bad length ${length}]`;
  const value = out.u16(at + 2);
  return value === 0 ? '' : ` value ${value}`;
}

/** Addresses that were passed have a comma behind them. */
function routeText(out: Printout, at: number, length: number): string {
  if (length < 3) return ` [bad length ${length}]`;
  let text = ((length + 1) & 3) === 0 ? '' : ` [bad length ${length}]`;
  const pointer = out.u8(at + 2) - 1;
  const isBad = pointer < 3 || ((pointer + 1) & 3) !== 0 || pointer > length + 1;
  if (isBad) text += ` [bad ptr ${out.u8(at + 2)}]`;
  for (let place = 3; place < length; place += 4) {
    text += ` ${out.address(at + place)}${pointer > place ? ',' : ''}`;
  }
  return text;
}
