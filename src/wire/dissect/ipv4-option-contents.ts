/**
 * What stands in each option of an IPv4 header behind its type and length.
 */
import { bitsField } from './bits';
import type { GrowingNode } from './growing-node';
import { ROUTES, readRoute } from './ipv4-routes';
import { hex } from './notation';
import type { Reader } from './reader';

export interface Ipv4Option {
  readonly name: string;
  readonly title: string;
  /** In bytes, where there is but one; Wireshark shows it whatever stands there. */
  readonly size?: number;
  /** Reads on from the third byte of the reader's. */
  readonly read: (reader: Reader, node: GrowingNode) => void;
}

const mtu = (reader: Reader, node: GrowingNode) => {
  reader.number(node, 'ip.opt.mtu', 'MTU', reader.start + 2, 2);
};

/** By type. */
export const IPV4_OPTIONS: Readonly<Record<number, Ipv4Option>> = {
  7: { name: 'ip.options.record_route', title: 'Record Route', read: route(7) },
  11: { name: 'ip.options.mtu_probe', title: 'MTU Probe', size: 4, read: mtu },
  12: { name: 'ip.options.mtu_reply', title: 'MTU Reply', size: 4, read: mtu },
  68: { name: 'ip.options.timestamp', title: 'Time Stamp', read: readTimestamp },
  82: { name: 'ip.options.traceroute', title: 'Traceroute', size: 12, read: readTraceroute },
  131: { name: 'ip.options.route', title: 'Loose Source Route', read: route(131) },
  136: { name: 'ip.options.sid', title: 'Stream ID', size: 4, read: readStream },
  137: { name: 'ip.options.source_route', title: 'Strict Source Route', read: route(137) },
  148: { name: 'ip.options.routeralert', title: 'Router Alert', size: 4, read: readAlert },
};

function route(type: keyof typeof ROUTES) {
  return (reader: Reader, node: GrowingNode) => readRoute(reader, node, ROUTES[type]);
}

function readStream(reader: Reader, node: GrowingNode): void {
  reader.number(node, 'ip.opt.sid', 'Stream Identifier', reader.start + 2, 2);
}

function readAlert(reader: Reader, node: GrowingNode): void {
  const at = reader.start + 2;
  const value = reader.u16(at);
  const words = `${value === 0 ? 'Router shall examine packet' : 'Reserved'} (${value})`;
  reader.field(node, 'ip.opt.ra', `Router Alert: ${words}`, value, at, 2);
  node.label += `: ${words}`;
}

function readTraceroute(reader: Reader, node: GrowingNode): void {
  const at = reader.start + 2;
  reader.number(node, 'ip.opt.id_number', 'ID Number', at, 2);
  reader.number(node, 'ip.opt.ohc', 'Outbound Hop Count', at + 2, 2);
  reader.number(node, 'ip.opt.rhc', 'Return Hop Count', at + 4, 2);
  reader.addressField(node, 'ip.opt.originator', 'Originator IP Address', at + 6);
}

const ADDRESSED = 1;
const PRESPECIFIED = 3;
const TIMESTAMP_FLAGS: Readonly<Record<number, string>> = {
  0: 'Time stamps only',
  [ADDRESSED]: 'Time stamp and address',
  [PRESPECIFIED]: 'Time stamps for prespecified addresses',
};

function readTimestamp(reader: Reader, node: GrowingNode): void {
  const { start, end } = reader;
  reader.number(node, 'ip.opt.ptr', 'Pointer', start + 2, 1);
  const at = start + 3;
  const overflow = reader.u8(at) >>> 4;
  const flag = reader.u8(at) & 15;
  const place = (mask: number) => ({ at, size: 1, mask }) as const;
  bitsField(reader, node, 'ip.opt.overflow', `Overflow: ${overflow}`, overflow, place(0xf0));
  const words = `Flag: ${TIMESTAMP_FLAGS[flag] ?? 'Unknown'} (0x${flag.toString(16)})`;
  bitsField(reader, node, 'ip.opt.flag', words, hex(flag, 2), place(0x0f));
  const hasAddresses = flag === ADDRESSED || flag === PRESPECIFIED;
  const size = hasAddresses ? 8 : 4;
  let next = at + 1;
  for (; next + size <= end; next += size) {
    if (hasAddresses) stampedAddress(reader, node, next);
    reader.number(node, 'ip.opt.time_stamp', 'Time stamp', next + size - 4, 4);
  }
  if (next < end) {
    reader.field(node, '', 'Suboption would go past end of option', '', next, end - next);
  }
}

function stampedAddress(reader: Reader, node: GrowingNode, at: number): void {
  const address = reader.address(at);
  const shown = address === '0.0.0.0' ? '-' : address;
  reader.field(node, 'ip.opt.time_stamp_addr', `Address: ${shown}`, address, at, 4);
}
