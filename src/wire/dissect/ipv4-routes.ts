/**
 * The three options of an IPv4 header that list routers: the way that was recorded, and the ways that
 * the sender asked for. A packet with a source route names its destination at the end of the list.
 */
import type { GrowingNode } from './growing-node';
import type { Reader } from './reader';

/** Behind type, length and pointer. */
const LIST_AT = 3;

export interface RouteKind {
  /** What stands at the pointer and behind it. */
  readonly name: string;
  readonly title: string;
  readonly isSource: boolean;
}

const SOURCE: RouteKind = { name: 'ip.src_rt', title: 'Source Route', isSource: true };

export const ROUTES = {
  7: { name: 'ip.empty_rt', title: 'Empty Route', isSource: false },
  131: SOURCE,
  137: SOURCE,
} as const satisfies Readonly<Record<number, RouteKind>>;

export function readRoute(reader: Reader, node: GrowingNode, kind: RouteKind): void {
  const { start, end } = reader;
  const pointer = reader.number(node, 'ip.opt.ptr', 'Pointer', start + 2, 1);
  // The pointer counts from 1.
  if (pointer < LIST_AT + 1 || (pointer - LIST_AT - 1) % 4 !== 0) return;
  const next = start + pointer - 1;
  for (let at = start + LIST_AT; at + 4 <= end; at += 4) {
    const address = reader.address(at);
    if (at < next) {
      reader.field(node, 'ip.rec_rt', `Recorded Route: ${address}`, address, at, 4);
    } else if (kind.isSource && at + 8 > end) {
      reader.field(node, 'ip.dst', `Destination Address: ${address}`, address, at, 4);
    } else {
      const mark = at === next ? ' <- (next)' : '';
      reader.field(node, kind.name, `${kind.title}: ${address}${mark}`, address, at, 4);
    }
  }
}

/** Where the last router of a source route stands that is not yet passed. */
export function finalDestinationAt(reader: Reader, from: number, end: number): number | undefined {
  let at = from;
  while (at + LIST_AT < end) {
    const type = reader.u8(at);
    if (type === 0) return undefined;
    const length = type === 1 ? 1 : reader.u8(at + 1);
    if (type !== 1 && (length < 2 || at + length > end)) return undefined;
    if (type === 131 || type === 137) {
      const count = Math.floor((length - LIST_AT) / 4);
      const pointer = reader.u8(at + 2);
      const isAhead = count > 0 && pointer >= LIST_AT + 1 && pointer <= length;
      const isRegular = (pointer - LIST_AT - 1) % 4 === 0;
      return isAhead && isRegular ? at + LIST_AT + (count - 1) * 4 : undefined;
    }
    at += length;
  }
  return undefined;
}
