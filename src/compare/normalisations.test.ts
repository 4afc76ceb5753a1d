/**
 * Each rule by itself: two accounts that differ in nothing else are the same, and beside what the rule
 * takes out, what counts still counts.
 */
import { expect } from 'chai';
import type { Account, Row, TableKind } from './account';
import { firstDifference } from './difference';
import { NORMALISATIONS } from './normalisations';

/** Rows by their fields; a row's text is its first field. */
type Rows = readonly Row['fields'][];

interface Case {
  readonly table: TableKind;
  readonly rows: Rows;
  /** The same by this rule. */
  readonly same: Rows;
  /** Not the same, though near it. */
  readonly other: Rows;
}

function accountOf(kind: TableKind, rows: Rows, owner: string): Account {
  const table = {
    kind,
    name: kind,
    rows: rows.map((fields) => ({ text: Object.values(fields)[0] ?? '', fields })),
  };
  const chosen = { ports: [8080], icmpIds: [77] };
  const answer = {
    question: 'ping',
    stimulus: 'ping',
    chosen,
    tables: [table],
    notObserved: undefined,
  };
  return { answers: [answer], macOwners: new Map([[owner, 'eth0 of default/pod1']]) };
}

const MACS = ['02:00:00:00:00:01', '02:00:00:00:00:02'] as const;

function arp(operation: string, to: string, senderIp: string, targetIp: string): Row['fields'] {
  return {
    'eth.destination': to,
    'arp.operation': operation,
    'arp.senderIp': senderIp,
    'arp.targetIp': targetIp,
  };
}

function segment(sequence: number, acknowledgement: number): Row['fields'] {
  return {
    'ip.source': '10.0.0.1',
    'ip.destination': '10.0.0.2',
    'tcp.sourcePort': '8080',
    'tcp.destinationPort': '80',
    'tcp.flags': '10',
    'tcp.sequence': String(sequence),
    'tcp.acknowledgement': String(acknowledgement),
  };
}

function field(
  table: TableKind,
  name: string,
  [one, same, other]: readonly [string, string, string],
): Case {
  const more = { ttl: '64' };
  return {
    table,
    rows: [{ [name]: one, ...more }],
    same: [{ [name]: same, ...more }],
    other: [{ [name]: other, ttl: one === other ? '63' : '64' }],
  };
}

const line = (values: readonly [string, string, string]) => field('lines', 'line', values);

const CASES: Readonly<Record<string, Case>> = {
  'probes of neighbours': {
    table: 'frames',
    rows: [arp('request', 'ff:ff:ff:ff:ff:ff', '10.0.0.1', '10.0.0.2')],
    same: [
      arp('request', 'ff:ff:ff:ff:ff:ff', '10.0.0.1', '10.0.0.2'),
      arp('request', 'ee:ee:ee:ee:ee:ee', '10.0.0.1', '10.0.0.2'),
      arp('reply', 'ee:ee:ee:ee:ee:ee', '10.0.0.2', '10.0.0.1'),
    ],
    other: [
      arp('request', 'ff:ff:ff:ff:ff:ff', '10.0.0.1', '10.0.0.2'),
      arp('reply', 'ee:ee:ee:ee:ee:ee', '10.0.0.2', '10.0.0.1'),
    ],
  },
  "TCP's sequence numbers": {
    table: 'frames',
    rows: [segment(100, 7), segment(105, 8)],
    same: [segment(4_294_967_295, 1000), segment(4, 1001)],
    other: [segment(100, 7), segment(106, 8)],
  },
  'chains that nobody touched': {
    table: 'chains',
    rows: [{ line: 'nat -A cali-OUTPUT -j RETURN' }],
    same: [{ line: 'raw :OUTPUT ACCEPT [0:0]' }, { line: 'nat -A cali-OUTPUT -j RETURN' }],
    other: [{ line: 'raw :OUTPUT DROP [0:0]' }, { line: 'nat -A cali-OUTPUT -j RETURN' }],
  },
  'order of tables without an order': {
    table: 'neighbours',
    rows: [{ address: '10.0.0.1' }, { address: '10.0.0.2' }],
    same: [{ address: '10.0.0.2' }, { address: '10.0.0.1' }],
    other: [{ address: '10.0.0.2' }, { address: '10.0.0.3' }],
  },
  'order of chains': {
    table: 'chains',
    rows: [{ line: 'nat -A a -j b' }, { line: 'nat -A a -j c' }, { line: 'nat -A d -j c' }],
    same: [{ line: 'nat -A d -j c' }, { line: 'nat -A a -j b' }, { line: 'nat -A a -j c' }],
    other: [{ line: 'nat -A a -j c' }, { line: 'nat -A a -j b' }, { line: 'nat -A d -j c' }],
  },
  times: field('frames', 'at', ['1000', '2000', '1000']),
  "ping's time stamps": field('frames', 'icmp.stamp', ['00', '01', '00']),
  "TCP's time stamps": field('frames', 'tcp.timestamps', ['1.2', '3.4', '1.2']),
  "TCP's windows": field('frames', 'tcp.window', ['64240', '64800', '64240']),
  'checksums in quotations and fragments': field('frames', 'quoted.udp.checksum', ['1', '2', '1']),
  'IP ids': field('frames', 'ip.id', ['4711', '12', '0']),
  'ICMP ids': field('frames', 'icmp.id', ['4711', '12', '77']),
  'ports that nobody chose': field('frames', 'tcp.sourcePort', ['40000', '50000', '8080']),
  'MAC addresses': {
    table: 'frames',
    rows: [{ 'eth.source': MACS[0] }],
    same: [{ 'eth.source': MACS[1] }],
    other: [{ 'eth.source': 'ee:ee:ee:ee:ee:ee' }],
  },
  'ages of neighbour entries': field('neighbours', 'state', ['REACHABLE', 'STALE', 'FAILED']),
  'durations in lines': line([
    '64 bytes from 8.8.8.8: icmp_seq=1 ttl=62 time=0.081 ms',
    '64 bytes from 8.8.8.8: icmp_seq=1 ttl=62 time=1.2 ms',
    '64 bytes from 8.8.8.8: icmp_seq=1 ttl=61 time=0.081 ms',
  ]),
  'times of day in lines': line([
    '10:00:00.000001 IP',
    '23:59:59.999999 IP',
    '10:00:00.000001 ARP',
  ]),
  'ids in lines': line([
    'echo request, id 12, seq 1',
    'echo request, id 13, seq 1',
    'echo request, id 77, seq 1',
  ]),
  UIDs: line([
    'uid: dd830c68-ab87-4d9e-8af0-72174aa3d641',
    'uid: 705f8c4c-593d-47b4-bbf8-150597131313',
    'uid: none',
  ]),
  'ids of containers': line(['a'.repeat(64), 'b'.repeat(64), 'b'.repeat(63)]),
  'names of token volumes': line([
    'kube-api-access-pkwdb',
    'kube-api-access-xczsv',
    'kube-api-access',
  ]),
  'ages of neighbour entries in lines': line([
    'used 60/60/16 STALE',
    'used 61/1/9 STALE',
    'used 60/60/16 FAILED',
  ]),
  'counters of packets and bytes': line([
    ':INPUT ACCEPT [0:0]',
    ':INPUT ACCEPT [12:840]',
    ':INPUT DROP [0:0]',
  ]),
  'MAC addresses in lines': line([
    `lladdr ${MACS[0]}`,
    `lladdr ${MACS[1]}`,
    'lladdr ee:ee:ee:ee:ee:ee',
  ]),
};

describe('what is taken out before two answers are compared', () => {
  for (const { name, reason } of NORMALISATIONS) {
    it(`${name}, for ${reason}`, () => {
      const { table, rows, same, other } = CASES[name] as Case;
      const account = accountOf(table, rows, MACS[0]);
      expect(firstDifference(account, accountOf(table, same, MACS[1]))).to.equal(undefined);
      expect(firstDifference(account, accountOf(table, other, MACS[0]))?.values).to.be.an('array');
    });
  }

  it('has a name each, and a case here', () => {
    const names = NORMALISATIONS.map(({ name }) => name);
    expect(names).to.have.members(Object.keys(CASES));
  });
});
