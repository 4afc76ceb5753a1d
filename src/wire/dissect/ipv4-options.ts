/**
 * The options of an IPv4 header (RFC 791, section 3.1): how they follow each other, and what is said
 * of those that cannot be read. Options of security, and those of experiments, are unknown here.
 */
import { bitsField, flagField } from './bits';
import type { GrowingNode } from './growing-node';
import { IPV4_OPTIONS, type Ipv4Option } from './ipv4-option-contents';
import { colonHex, hex, named } from './notation';
import { optionLength } from './option-list';
import type { Reader } from './reader';

const END_OF_LIST = 0;
const NO_OPERATION = 1;

const CLASSES: Readonly<Record<number, string>> = {
  0: 'Control',
  1: 'Reserved for future use',
  2: 'Debugging and measurement',
  3: 'Reserved for future use',
};

const NUMBERS: Readonly<Record<number, string>> = {
  0: 'End of Option List (EOL)',
  1: 'No-Operation (NOP)',
  3: 'Loose source route',
  4: 'Time stamp',
  7: 'Record route',
  8: 'Stream identifier',
  9: 'Strict source route',
  11: 'MTU probe',
  12: 'MTU Reply',
  18: 'Traceroute',
  20: 'Router Alert',
};

export function ipOptions(reader: Reader, parent: GrowingNode, from: number, end: number): void {
  const node = reader.field(parent, '', `Options: (${end - from} bytes)`, '', from, end - from);
  let at = from;
  while (at < end) {
    const type = reader.u8(at);
    if (type === END_OF_LIST || type === NO_OPERATION) {
      single(reader, node, at, type);
      if (type === END_OF_LIST) return;
      at += 1;
      continue;
    }
    const option = IPV4_OPTIONS[type];
    const length = optionLength(
      reader,
      node,
      at,
      end,
      option?.title ?? `Unknown (${hex(type, 2)})`,
    );
    if (length === undefined) return;
    if (option === undefined) {
      const label = `Unknown (${hex(type, 2)}) (${length} bytes)`;
      reader.field(node, '', label, '', at, length);
    } else {
      readOption(reader.inner(at, at + length), node, option);
      node.label += `, ${option.title}`;
    }
    at += length;
  }
}

function single(reader: Reader, parent: GrowingNode, at: number, type: number): void {
  const isEnd = type === END_OF_LIST;
  const title = isEnd ? 'End of Options List (EOL)' : 'No-Operation (NOP)';
  const name = `ip.options.${isEnd ? 'eol' : 'nop'}`;
  const bytes = colonHex(reader.octets(at, 1));
  const node = reader.field(parent, name, `IP Option - ${title}`, bytes, at, 1);
  typeFields(reader, node, at);
}

function readOption(reader: Reader, parent: GrowingNode, option: Ipv4Option): void {
  const { start, end } = reader;
  const label = `IP Option - ${option.title} (${option.size ?? end - start} bytes)`;
  const bytes = colonHex(reader.octets(start, end - start));
  const node = reader.field(parent, option.name, label, bytes, start, end - start);
  typeFields(reader, node, start);
  reader.number(node, 'ip.opt.len', 'Length', start + 1, 1);
  option.read(reader, node);
}

function typeFields(reader: Reader, parent: GrowingNode, at: number): void {
  const type = reader.u8(at);
  const node = reader.field(parent, 'ip.opt.type', `Type: ${type}`, type, at, 1);
  const place = (mask: number) => ({ at, size: 1, mask }) as const;
  const isCopied = ['No', 'Yes'] as const;
  flagField(reader, node, 'ip.opt.type.copy', 'Copy on fragmentation', place(0x80), isCopied);
  const kind = (type >>> 5) & 3;
  const kindText = `Class: ${named(CLASSES, kind)}`;
  bitsField(reader, node, 'ip.opt.type.class', kindText, kind, place(0x60));
  const number = type & 0x1f;
  const numberText = `Number: ${named(NUMBERS, number)}`;
  bitsField(reader, node, 'ip.opt.type.number', numberText, number, place(0x1f));
}
