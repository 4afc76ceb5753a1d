/**
 * What of the frames at an interface is seen only when several of them are read together.
 */
import type { Row } from './account';
import type { Normalisation } from './normalisation';

const BROADCAST = 'ff:ff:ff:ff:ff:ff';

export const CONVERSATION_RULES: readonly Normalisation[] = [
  {
    kind: 'rows',
    name: 'probes of neighbours',
    reason:
      'an entry that was used while STALE is asked for by unicast seconds later, when the exchange may be over',
    tables: ['frames'],
    rows: (rows, { stimulus }) => (stimulus === 'arping' ? rows : withoutProbes(rows)),
  },
  {
    kind: 'rows',
    name: "TCP's sequence numbers",
    reason: 'the first is drawn (RFC 6528); what counts is the distance from it',
    tables: ['frames'],
    rows: relativeSequences,
  },
];

/** ARP requests to one MAC address, and their answers. */
function withoutProbes(rows: readonly Row[]): readonly Row[] {
  /** Who asked for whom and is still to be answered. */
  const open = new Map<string, number>();
  return rows.filter(({ fields }) => {
    const { 'arp.operation': operation, 'eth.destination': destination } = fields;
    if (operation === 'request' && destination !== BROADCAST) {
      const key = `${fields['arp.senderIp']} ${fields['arp.targetIp']}`;
      open.set(key, (open.get(key) ?? 0) + 1);
      return false;
    }
    if (operation !== 'reply') return true;
    const key = `${fields['arp.targetIp']} ${fields['arp.senderIp']}`;
    const count = open.get(key) ?? 0;
    open.set(key, Math.max(0, count - 1));
    return count === 0;
  });
}

const SEQUENCE = /^(.*)tcp\.sequence$/;

/** Each side of a connection counts from the first number that was seen of it at this interface. */
function relativeSequences(rows: readonly Row[]): readonly Row[] {
  const bases = new Map<string, number>();
  const from = (key: string, value: number): string => {
    if (!bases.has(key)) bases.set(key, value);
    return String((value - (bases.get(key) ?? 0)) >>> 0);
  };
  return rows.map((row) => {
    const fields: Record<string, string> = { ...row.fields };
    for (const name of Object.keys(fields)) {
      const prefix = SEQUENCE.exec(name)?.[1];
      if (prefix === undefined) continue;
      const [out, back] = flowKeys(fields, prefix);
      const acknowledgement = `${prefix}tcp.acknowledgement`;
      fields[name] = from(out, Number(fields[name]));
      // Without the flag the field says nothing, and is zero.
      const isMeant = (Number.parseInt(fields[`${prefix}tcp.flags`] ?? '0', 16) & 0x10) !== 0;
      if (isMeant) fields[acknowledgement] = from(back, Number(fields[acknowledgement]));
    }
    return { text: row.text, fields };
  });
}

function flowKeys(fields: Row['fields'], prefix: string): readonly [string, string] {
  const source = `${fields[`${prefix}ip.source`]}:${fields[`${prefix}tcp.sourcePort`]}`;
  const destination = `${fields[`${prefix}ip.destination`]}:${fields[`${prefix}tcp.destinationPort`]}`;
  return [`${prefix}${source} ${destination}`, `${prefix}${destination} ${source}`];
}
