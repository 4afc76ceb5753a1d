/**
 * The options of a TCP header (RFC 9293, section 3.2): how they follow each other, and what is said of
 * those that cannot be read.
 */
import type { GrowingNode } from './growing-node';
import { colonHex, hex } from './notation';
import { optionLength } from './option-list';
import type { Reader } from './reader';
import { kindText, TCP_OPTIONS, type TcpOption, UNKNOWN_OPTION } from './tcp-option-contents';

const END_OF_LIST = 0;
const NO_OPERATION = 1;

export function tcpOptions(reader: Reader, parent: GrowingNode, from: number, end: number): void {
  const size = end - from;
  const label = `Options: (${size} bytes)`;
  // The header's length may be a lie.
  const present = Math.min(size, reader.end - from);
  const value = colonHex(reader.octets(from, present));
  const node = reader.field(parent, 'tcp.options', label, value, from, present);
  let at = from;
  while (at < end) {
    const kind = reader.u8(at);
    const isSingle = kind === END_OF_LIST || kind === NO_OPERATION;
    const option = TCP_OPTIONS[kind];
    const title = option?.title ?? `Unknown (${hex(kind, 2)})`;
    const length = isSingle ? 1 : optionLength(reader, node, at, end, title);
    if (length === undefined) return;
    readOption(reader.inner(at, at + length), node, option ?? UNKNOWN_OPTION);
    node.label += `, ${title}`;
    at += length;
    if (kind === END_OF_LIST && hasMore(reader, at, end)) {
      reader.field(node, '', 'Non-zero header padding', '', at, end - at);
      return;
    }
  }
}

/** Whether what should be padding is not. */
function hasMore(reader: Reader, from: number, end: number): boolean {
  return reader.octets(from, Math.min(end, reader.end) - from).some((octet) => octet !== 0);
}

function readOption(reader: Reader, parent: GrowingNode, option: TcpOption): void {
  const { start, end } = reader;
  const length = reader.declaredEnd - start;
  const value = colonHex(reader.octets(start, end - start));
  const label = `TCP Option - ${option.title}`;
  const node = reader.field(parent, `tcp.options.${option.name}`, label, value, start, end - start);
  const kind = reader.u8(start);
  reader.field(node, 'tcp.option_kind', `Kind: ${kindText(kind)}`, kind, start, 1);
  if (length > 1) reader.number(node, 'tcp.option_len', 'Length', start + 1, 1);
  if (option.size === undefined || option.size === length) option.read?.(reader, node);
}
