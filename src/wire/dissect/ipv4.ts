/**
 * IPv4 (RFC 791). Wireshark does not verify a header's checksum unless told to, and neither does this.
 */
import { IPV4_SIZE } from '../ipv4-header';
import { bitsField, flagField } from './bits';
import { dissectData } from './data';
import type { GrowingNode } from './growing-node';
import { ipProtocolText } from './ip-protocol-names';
import { ipOptions } from './ipv4-options';
import { finalDestinationAt } from './ipv4-routes';
import { hex } from './notation';
import type { Reader } from './reader';
import { trafficClass } from './traffic-class';

const TITLE = 'Internet Protocol Version 4';

export function dissectIpv4(reader: Reader): void {
  const { start } = reader;
  reader.begin('IPv4');
  const version = reader.u8(start) >>> 4;
  const headerLength = (reader.u8(start) & 15) * 4;
  const node = reader.protocol('ip', TITLE, Math.min(reader.end - start, headerLength));
  const first = { at: start, size: 1 } as const;
  bitsField(reader, node, 'ip.version', `Version: ${version}`, version, { ...first, mask: 0xf0 });
  if (version !== 4) {
    reader.tell({ info: `Bogus IPv4 version (${version}, must be 4)` });
    dissectData(reader);
    return;
  }
  const words = `Header Length: ${headerLength} bytes (${headerLength / 4})`;
  bitsField(reader, node, 'ip.hdr_len', words, headerLength, { ...first, mask: 0x0f });
  if (headerLength < IPV4_SIZE) {
    reader.tell({ info: `Bogus IP header length (${headerLength}, must be at least 20)` });
    return;
  }
  trafficClass(reader, node, start + 1);
  const length = totalLength(reader, node, headerLength);
  if (length === undefined) return;
  const fragment = identity(reader, node);
  const ttl = reader.number(node, 'ip.ttl', 'Time to Live', start + 8, 1);
  const protocol = reader.u8(start + 9);
  const protocolText = `Protocol: ${ipProtocolText(protocol)}`;
  reader.field(node, 'ip.proto', protocolText, protocol, start + 9, 1);
  addresses(reader, node, headerLength);
  const end = Math.min(reader.end, start + length);
  const isPiece = fragment.offset > 0 || fragment.hasMore;
  const around = { isQuoted: reader.around.isQuoted, isPiece, ttl };
  const payload = reader.inner(start + headerLength, end, around);
  if (fragment.offset === 0) {
    dissectPayload(protocol, payload);
    return;
  }
  const id = hex(reader.u16(start + 4), 4).slice(2);
  const what = ipProtocolText(protocol).replace(/\((\d+)\)$/, '$1');
  reader.tell({
    info: `Fragmented IP protocol (proto=${what}, off=${fragment.offset}, ID=${id})`,
  });
  dissectData(payload);
}

/** @returns in bytes; `undefined` where nothing can follow */
function totalLength(reader: Reader, node: GrowingNode, headerLength: number): number | undefined {
  const at = reader.start + 2;
  const length = reader.u16(at);
  if (length >= headerLength) {
    reader.field(node, 'ip.len', `Total Length: ${length}`, length, at, 2);
    return length;
  }
  if (length === 0) {
    // A network card that cuts segments itself gets them without.
    const real = reader.end - reader.start;
    const why = 'presumed to be because of "TCP segmentation offload" (TSO)';
    const label = `Total Length: ${real} bytes (reported as 0, ${why})`;
    reader.field(node, 'ip.len', label, real, at, 2);
    return real;
  }
  const fault = `bogus, less than header length ${headerLength}`;
  reader.field(node, 'ip.len', `Total Length: ${length} bytes (${fault})`, length, at, 2);
  const info = `Bogus IP length (${length}, less than header length ${headerLength})`;
  reader.tell({ info });
  return undefined;
}

const FLAGS: readonly (readonly [name: string, title: string, mask: number])[] = [
  ['rb', 'Reserved bit', 0x80],
  ['df', "Don't fragment", 0x40],
  ['mf', 'More fragments', 0x20],
];

/** What fragments are put together by. */
function identity(reader: Reader, node: GrowingNode) {
  const { start } = reader;
  const id = reader.u16(start + 4);
  const idText = hex(id, 4);
  reader.field(node, 'ip.id', `Identification: ${idText} (${id})`, idText, start + 4, 2);
  const at = start + 6;
  const word = reader.u16(at);
  const octet = word >>> 8;
  const set = FLAGS.filter(([, , mask]) => (octet & mask) !== 0).map(([, title]) => `, ${title}`);
  const bits = (octet >>> 5).toString(16);
  const place = { at, size: 1, mask: 0xe0 } as const;
  const label = `Flags: 0x${bits}${set.join('')}`;
  const flags = bitsField(reader, node, 'ip.flags', label, `0x0${bits}`, place);
  for (const [name, title, mask] of FLAGS) {
    flagField(reader, flags, `ip.flags.${name}`, title, { at, size: 1, mask });
  }
  const blocks = word & 0x1fff;
  const offset = blocks * 8;
  const where = { at, size: 2, mask: 0x1fff } as const;
  bitsField(reader, node, 'ip.frag_offset', `Fragment Offset: ${offset}`, blocks, where);
  return { offset, hasMore: (octet & 0x20) !== 0 };
}

function addresses(reader: Reader, node: GrowingNode, headerLength: number): void {
  const { start } = reader;
  const sum = hex(reader.u16(start + 10), 4);
  const label = `Header Checksum: ${sum} [validation disabled]`;
  reader.field(node, 'ip.checksum', label, sum, start + 10, 2);
  reader.field(node, 'ip.checksum.status', 'Header checksum status: Unverified', 2, start + 10, 0);
  const source = reader.addressField(node, 'ip.src', 'Source Address', start + 12);
  reader.tell({ source });
  node.label = `${TITLE}, Src: ${source}`;
  const [optionsAt, end] = [start + IPV4_SIZE, start + headerLength];
  const finalAt = finalDestinationAt(reader, optionsAt, end);
  if (finalAt === undefined) {
    const destination = reader.addressField(node, 'ip.dst', 'Destination Address', start + 16);
    node.label += `, Dst: ${destination}`;
    reader.tell({ destination });
  } else {
    const router = reader.addressField(node, 'ip.cur_rt', 'Current Route', start + 16);
    const destination = reader.address(finalAt);
    node.label += `, Dst: ${destination}, Via: ${router}`;
    reader.tell({ destination });
  }
  if (end > optionsAt) ipOptions(reader, node, optionsAt, end);
}

/** Reads what the header is followed by, if anything. */
function dissectPayload(protocol: number, reader: Reader): void {
  if (reader.end <= reader.start) return;
  const dissector = reader.facts.protocols.ipProtocols[protocol];
  if (dissector !== undefined) {
    dissector(reader);
    return;
  }
  reader.tell({ info: ipProtocolText(protocol) });
  dissectData(reader);
}
