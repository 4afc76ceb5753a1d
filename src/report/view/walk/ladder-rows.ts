/**
 * The ladder as rows and columns: hosts in the order in which packets meet them, messages downwards.
 */
import type { Walk, WalkMessage, WalkPacket } from '../../model/walk';

export interface LadderRow {
  readonly message: WalkMessage;
  /** Its place in the walk's messages. */
  readonly number: number;
  readonly role: WalkPacket['role'];
  readonly from: number;
  /** Columns; none where nobody got it. */
  readonly to: readonly number[];
  /** Milliseconds since the first message. */
  readonly ms: string;
  readonly text: string;
}

/** The hosts that sent or got something: along the request's way, then whoever else. */
export function columnsOf({ packets, messages, request }: Walk): readonly string[] {
  const way = packets.find(({ id }) => id === request)?.hops.map(({ host }) => host) ?? [];
  const ends = messages.flatMap(({ from, to }) => [from.host, ...to.map(({ host }) => host)]);
  const taking = new Set(ends);
  return [...new Set([...way, ...ends])].filter((host) => taking.has(host));
}

export function rowsOf(walk: Walk, columns: readonly string[]): readonly LadderRow[] {
  const roles = new Map(walk.packets.map(({ id, role }) => [id, role]));
  const begin = walk.messages[0]?.atUs ?? 0;
  return walk.messages.map((message, number) => ({
    message,
    number,
    role: roles.get(message.packet) ?? 'other',
    from: columns.indexOf(message.from.host),
    to: message.to.map(({ host }) => columns.indexOf(host)),
    ms: ((message.atUs - begin) / 1000).toFixed(3),
    text: shortLine(message.summary),
  }));
}

/** `172.16.158.1 > 172.16.184.1: ICMP echo request` of a line of tcpdump: what is the same in all is left out. */
export function shortLine(summary: string): string {
  return summary
    .replace(/^(IP |ARP, )/, '')
    .replace(/, (id \d+, seq \d+, length \d+|length \d+)$/, '');
}
