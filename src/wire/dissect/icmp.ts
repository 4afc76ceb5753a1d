/**
 * ICMP (RFC 792): the header all messages have, and by type what follows.
 */
import { checksum } from '../checksum';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_PARAMETER_PROBLEM,
  ICMP_REDIRECT,
  ICMP_SIZE,
  ICMP_TIME_EXCEEDED,
} from '../icmp';
import { sumThatFits } from '../print-icmp';
import type { GrowingNode } from './growing-node';
import { icmpEcho } from './icmp-echo';
import { icmpCodeText, icmpTypeText } from './icmp-words';
import { dissectIpv4 } from './ipv4';
import { hex } from './notation';
import { CutShort, type Reader } from './reader';

const SOURCE_QUENCH = 4;
const FRAGMENTATION_NEEDED = 4;
/** The pairs of a request and its reply, which have an identifier. */
const PAIRS = [0, 8, 15, 16, 17, 18];
/** The packet list aligns what stands behind the type. */
const TYPE_WIDTH = 20;

export function dissectIcmp(reader: Reader): void {
  const { start, end } = reader;
  reader.begin('ICMP');
  const type = reader.u8(start);
  const code = reader.u8(start + 1);
  // Of less than this Wireshark says nothing.
  reader.u16(start + 4);
  const node = reader.protocol('icmp', 'Internet Control Message Protocol');
  const typeText = icmpTypeText(type);
  reader.tell({ info: typeText.padEnd(TYPE_WIDTH) });
  reader.field(node, 'icmp.type', `Type: ${type} (${typeText})`, type, start, 1);
  const codeText = icmpCodeText(type, code);
  const codeWords = codeText === undefined ? '' : ` (${codeText})`;
  reader.append(codeWords);
  reader.field(node, 'icmp.code', `Code: ${code}${codeWords}`, code, start + 1, 1);
  checksumFields(reader, node);
  if (PAIRS.includes(type)) icmpEcho(reader, node, type);
  if (!restOfError(reader, node, type, code)) return;
  const around = { ...reader.around, isQuoted: true };
  const quotedAt = start + ICMP_SIZE;
  const to = type === ICMP_REDIRECT ? Math.min(end, redirectedEnd(reader, quotedAt)) : end;
  quote(reader.inner(quotedAt, to, around, node.children));
}

/** Of a redirected packet no more is read than RFC 792 asks for: its header and eight bytes. */
function redirectedEnd(reader: Reader, quotedAt: number): number {
  return quotedAt + (reader.u8(quotedAt) & 15) * 4 + 8;
}

/** Quotations end where their writer pleased: nothing is said of that. */
function quote(quoted: Reader): void {
  const { current } = quoted.facts;
  try {
    if (quoted.end > quoted.start) dissectIpv4(quoted);
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
  }
  quoted.facts.current = current;
}

/** The second four bytes. @returns whether a quotation follows */
function restOfError(reader: Reader, node: GrowingNode, type: number, code: number): boolean {
  const at = reader.start + 4;
  switch (type) {
    case SOURCE_QUENCH:
      return true;
    case ICMP_REDIRECT:
      reader.addressField(node, 'icmp.redir_gw', 'Gateway Address', at);
      return true;
    case ICMP_DEST_UNREACHABLE:
    case ICMP_TIME_EXCEEDED:
    case ICMP_PARAMETER_PROBLEM:
      unused(reader, node, at, type, code);
      return true;
    default:
      return false;
  }
}

/** A pointer, a length of the quotation (RFC 4884) and an MTU may be carved out of unused bytes. */
function unused(reader: Reader, node: GrowingNode, at: number, type: number, code: number): void {
  const write = (from: number, size: number) =>
    reader.bytesField(node, 'icmp.unused', 'Unused', from, size);
  const isPointer = type === ICMP_PARAMETER_PROBLEM;
  const hasMtu = type === ICMP_DEST_UNREACHABLE && code === FRAGMENTATION_NEEDED;
  if (isPointer) reader.number(node, 'icmp.pointer', 'Pointer', at, 1);
  const words = reader.u8(at + 1);
  const from = isPointer ? at + 1 : at;
  const to = hasMtu ? at + 2 : at + 4;
  if (words === 0) write(from, to - from);
  else {
    if (!isPointer) write(at, 1);
    reader.number(node, 'icmp.length', 'Length', at + 1, 1);
    const label = `Length of original datagram: ${words * 4}`;
    reader.field(node, 'icmp.length.original_datagram', label, words * 4, at + 1, 1);
    if (!hasMtu) write(at + 2, 2);
  }
  if (hasMtu) reader.number(node, 'icmp.mtu', 'MTU of next hop', at + 2, 2);
}

function checksumFields(reader: Reader, node: GrowingNode): void {
  const at = reader.start + 2;
  const sum = hex(reader.u16(at), 4);
  const { words, status, value } = verdict(reader, at);
  reader.field(node, 'icmp.checksum', `Checksum: ${sum} ${words}`, sum, at, 2);
  reader.field(node, 'icmp.checksum.status', `Checksum Status: ${status}`, value, at, 0);
}

interface Verdict {
  readonly words: string;
  readonly status: 'Bad' | 'Good' | 'Unverified';
  readonly value: 0 | 1 | 2;
}

/** Only of a whole message is the checksum computed. */
function verdict({ facts, around, start, end }: Reader, at: number): Verdict {
  if (around.isQuoted) {
    return { words: '[unverified] [in ICMP error packet]', status: 'Unverified', value: 2 };
  }
  if (around.isPiece) {
    return { words: '[unverified] [fragmented datagram]', status: 'Unverified', value: 2 };
  }
  const fault = checksum(facts.view, start, end);
  if (fault === 0) return { words: '[correct]', status: 'Good', value: 1 };
  const wanted = hex(sumThatFits(facts.view.getUint16(at), fault), 4);
  return { words: `incorrect, should be ${wanted}`, status: 'Bad', value: 0 };
}
