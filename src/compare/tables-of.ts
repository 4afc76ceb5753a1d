/**
 * The answers of a driver as tables: an outcome, and each thing that one can ask of a host.
 */
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import type {
  CommandResult,
  ConnectionRow,
  Inventory,
  Link,
  Neighbour,
  Tuple,
} from '../driver/driver';
import { formatRoute } from '../host/format-route';
import type { Route } from '../host/route';
import type { CapturedFrame } from '../trace/trace';
import { packetLine } from '../wire/print';
import type { Row, Table, TableKind } from './account';
import { frameFields } from './frame-fields';

/** A table for each interface: nobody knows in which order two interfaces saw their frames. */
export function frameTables(frames: readonly CapturedFrame[]): readonly Table[] {
  const rows = new Map<string, Row[]>();
  for (const { host, device, direction, atUs, frame } of frames) {
    const name = `frames at ${host} ${device}`;
    const fields = { direction, at: String(atUs), ...frameFields(frame) };
    rows.set(name, [...(rows.get(name) ?? []), { text: packetLine(frame), fields }]);
  }
  return [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, ofOne]) => ({ kind: 'frames', name, rows: ofOne }));
}

export function routeTable(routes: readonly Route[], name: string): Table {
  const rows = routes.map((route) => ({
    text: formatRoute(route),
    fields: { route: formatRoute(route), type: route.type, scope: route.scope, proto: route.proto },
  }));
  return { kind: 'routes', name, rows };
}

export function linkTable(links: readonly Link[], name: string): Table {
  const rows = links.map(({ name: device, kind, mac, mtu, isUp, addresses }) => ({
    text: device,
    fields: {
      device,
      kind,
      'link.mac': mac === undefined ? '' : formatMac(mac),
      mtu: String(mtu),
      isUp: String(isUp),
      addresses: addresses
        .map(({ address, length }) => `${formatIpv4(address)}/${length}`)
        .join(' '),
    },
  }));
  return { kind: 'links', name, rows };
}

export function neighbourTable(neighbours: readonly Neighbour[], name: string): Table {
  const rows = neighbours.map(({ device, address, mac, state }) => ({
    text: `${formatIpv4(address)} dev ${device}`,
    fields: {
      device,
      address: formatIpv4(address),
      'neighbour.mac': mac === undefined ? '' : formatMac(mac),
      state,
    },
  }));
  return { kind: 'neighbours', name, rows };
}

export function connectionTable(connections: readonly ConnectionRow[], name: string): Table {
  const rows = connections.map(({ protocol, original, reply, flags }) => ({
    text: `${protocol} ${tupleText(original)} ${tupleText(reply)}`,
    fields: {
      protocol,
      flags: [...flags].sort().join(' '),
      ...tupleFields('original', original),
      ...tupleFields('reply', reply),
    },
  }));
  return { kind: 'connections', name, rows };
}

function tupleText({ source, destination }: Tuple): string {
  return `${formatIpv4(source)} > ${formatIpv4(destination)}`;
}

function tupleFields(side: string, tuple: Tuple): Readonly<Record<string, string>> {
  const { source, destination, sourcePort, destinationPort, icmpId } = tuple;
  return {
    [`${side}.source`]: formatIpv4(source),
    [`${side}.destination`]: formatIpv4(destination),
    [`${side}.sourcePort`]: String(sourcePort ?? ''),
    [`${side}.destinationPort`]: String(destinationPort ?? ''),
    [`${side}.icmp.id`]: String(icmpId ?? ''),
  };
}

export function lineTable(kind: TableKind, name: string, lines: readonly string[]): Table {
  return { kind, name, rows: lines.map((line) => ({ text: line, fields: { line } })) };
}

/** What `iptables-save` prints, each line with its table's name before it. */
export function ruleTable(name: string, printed: string): Table {
  let table = '';
  const lines: string[] = [];
  for (const line of printed.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1);
    else if (/^[:-]/.test(line)) lines.push(`${table} ${line}`);
  }
  return lineTable('chains', name, lines);
}

export function textTable(name: string, text: string): Table {
  return lineTable('lines', name, text === '' ? [] : text.trimEnd().split('\n'));
}

export function resultTables({ stdout, stderr, exit }: CommandResult): readonly Table[] {
  return [
    answerTable('how it ended', { exit: String(exit) }),
    textTable('what it printed', stdout),
    textTable('what it complained of', stderr),
  ];
}

export function answerTable(name: string, fields: Row['fields']): Table {
  const text = Object.entries(fields)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ');
  return { kind: 'answer', name, rows: [{ text, fields }] };
}

/** Values of JSON, one row each. */
export function inventoryTables(inventory: Inventory): readonly Table[] {
  return Object.entries(inventory).map(([name, values]: [string, readonly unknown[]]) =>
    lineTable(
      'inventory',
      name,
      values.map((value) => JSON.stringify(value)),
    ),
  );
}
