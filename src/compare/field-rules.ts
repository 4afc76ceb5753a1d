/**
 * Fields of headers and tables that time or chance fills.
 */
import type { ChosenNumbers, Row } from './account';
import type { Normalisation, Surroundings } from './normalisation';

/** What IANA and Calico fixed: system ports (RFC 6335, section 6) and VXLAN's. */
const SYSTEM_PORTS_END = 1024;
const VXLAN_PORT = 4789;

export const FIELD_RULES: readonly Normalisation[] = [
  {
    kind: 'field',
    name: 'times',
    reason: 'the one clock is virtual, the other real',
    field: /^(at|roundTrip)$/,
    value: nothing,
  },
  {
    kind: 'field',
    name: "ping's time stamps",
    reason: 'ping writes the time of sending into its first 16 bytes of data',
    field: /(^|\.)icmp\.stamp$/,
    value: (stamp, { stimulus }) => (WITHOUT_STAMP.has(stimulus ?? '') ? stamp : undefined),
  },
  {
    kind: 'field',
    name: "TCP's time stamps",
    reason: 'a clock with an offset that is drawn for each pair of hosts (tcp_v4_init_ts_off)',
    field: /(^|\.)tcp\.timestamps$/,
    value: nothing,
  },
  {
    kind: 'field',
    name: "TCP's windows",
    reason:
      'the free room of a buffer whose size is the machine’s affair; windows are not modelled',
    field: /(^|\.)tcp\.window(Scale)?$/,
    value: nothing,
  },
  {
    kind: 'field',
    name: 'checksums in quotations and fragments',
    reason:
      'they cover ids, ports and time stamps; those of whole packets are checked when they are read',
    field: /\.checksum$/,
    value: nothing,
  },
  {
    kind: 'field',
    name: 'IP ids',
    reason:
      'the kernel draws them for each pair of addresses (ip_idents); zero is a decision, and counts',
    field: /(^|\.)ip\.id$/,
    value: ipIdName,
  },
  {
    kind: 'field',
    name: 'ICMP ids',
    reason: 'ping takes what the kernel draws, and masquerading may draw another',
    field: /(^|\.)icmp\.id$/,
    value: (id, surroundings) =>
      isFixedIcmpId(id, surroundings.chosen) ? id : surroundings.names.of('icmp id', id),
  },
  {
    kind: 'field',
    name: 'ports that nobody chose',
    reason:
      'a client takes a free one, VXLAN a hash with a drawn key, and masquerading may draw another',
    field: /\.(source|destination)Port$/,
    value: portName,
  },
  {
    kind: 'field',
    name: 'MAC addresses',
    reason:
      'the kernel draws them; that of cali interfaces and of vxlan.calico is Calico’s, and counts',
    field: /(^|\.)(eth\.(source|destination)|arp\.(sender|target)Mac|(link|neighbour)\.mac)$/,
    value: macName,
  },
  {
    kind: 'field',
    name: 'ages of neighbour entries',
    reason:
      'timers move an entry between REACHABLE, STALE, DELAY and PROBE, and INCOMPLETE to FAILED',
    field: /^state$/,
    value: (state) => {
      if (/^(REACHABLE|STALE|DELAY|PROBE)$/.test(state)) return 'known';
      return /^(INCOMPLETE|FAILED)$/.test(state) ? 'unknown' : state;
    },
  },
];

/** What sends echo requests and is no ping. */
const WITHOUT_STAMP: ReadonlySet<string> = new Set(['traceroute', 'inject']);

function nothing(): undefined {
  return undefined;
}

/** Whether chance had no part in it. */
function isFixedIcmpId(id: string, { icmpIds }: ChosenNumbers): boolean {
  return id === '' || icmpIds.includes(Number(id));
}

/** Whether chance had no part in it. */
function isFixedPort(text: string, { ports }: ChosenNumbers): boolean {
  const port = Number(text);
  return port < SYSTEM_PORTS_END || port === VXLAN_PORT || ports.includes(port);
}

const PORT = /(source|destination)Port$/;

/** The key of VXLAN's hash is the kernel's: one on this machine, another on each node of a cluster. */
function portName(
  text: string,
  { names, chosen }: Surroundings,
  field: string,
  fields: Row['fields'],
): string {
  if (isFixedPort(text, chosen)) return text;
  const layer = field.replace(PORT, '');
  const [near, far] = field.endsWith('sourcePort') ? SIDES : [SIDES[1], SIDES[0]];
  const isTunnel = fields[`${layer}${far}Port`] === String(VXLAN_PORT);
  if (!isTunnel) return names.of('port', text);
  const prefix = layer.replace(/udp\.$/, '');
  return names.of(
    `port ${addressOf(fields, prefix, near)} > ${addressOf(fields, prefix, far)}`,
    text,
  );
}

type Side = 'source' | 'destination';

const SIDES: readonly [Side, Side] = ['source', 'destination'];

/** Of a packet's header, or of a row of the connection table. */
function addressOf(fields: Row['fields'], prefix: string, side: Side): string | undefined {
  return fields[`${prefix}ip.${side}`] ?? fields[`${prefix}${side}`];
}

/** Packets between other addresses may have the same id by chance. */
function ipIdName(
  id: string,
  { names }: Surroundings,
  field: string,
  fields: Row['fields'],
): string {
  const header = field.slice(0, -'ip.id'.length);
  const [source, destination] = SIDES.map((side) => addressOf(fields, header, side));
  return id === '0' ? id : names.of(`ip id ${source} > ${destination}`, id);
}

const COUNTED_MAC = /^(ff:ff:ff:ff:ff:ff|00:00:00:00:00:00|ee:ee:ee:ee:ee:ee|)$/;

/** The owner's name, and for an address that nobody had at the end a number. */
export function macName(mac: string, { names, macOwners }: Surroundings): string {
  if (COUNTED_MAC.test(mac)) return mac;
  return macOwners.get(mac) ?? `MAC ${names.of('mac', mac)}`;
}
