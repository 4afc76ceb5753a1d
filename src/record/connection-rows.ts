/**
 * Rows of `conntrack -L` (conntrack-tools; net/netfilter/nf_conntrack_standalone.c), as tuples:
 * `tcp 6 9 CLOSE src=… dst=… sport=… dport=… src=… … [ASSURED] mark=0 use=1`.
 */
import { ipv4 } from '../addr/ipv4';
import type { Tuple } from '../netfilter/conntrack/tuple';
import type { ConnectionRow } from '../observe/tables/connections';
import { PROTOCOL_TCP } from '../wire/ipv4';

const TUPLE =
  /src=(\S+) dst=(\S+)(?: sport=(\d+) dport=(\d+))?(?: type=(\d+) code=(\d+) id=(\d+))?/g;

/** BGP's own sessions belong to no observation. */
const BGP = /\b[sd]port=179\b/;

export function readConnectionRows(text: string): readonly ConnectionRow[] {
  return text
    .split('\n')
    .filter((line) => !BGP.test(line))
    .flatMap(rowOf);
}

function rowOf(line: string): readonly ConnectionRow[] {
  const [, number, , state] = line.split(/\s+/);
  const protocol = Number(number);
  const [original, reply] = [...line.matchAll(TUPLE)].map((match) => tupleOf(protocol, match));
  if (original === undefined || reply === undefined) return [];
  const flags = [...line.matchAll(/\[([A-Z]+)\]/g)].flatMap(([, flag]) => flag ?? []);
  const tcpState = protocol === PROTOCOL_TCP ? state : undefined;
  return [{ protocol, original, reply, flags, tcpState }];
}

function tupleOf(protocol: number, match: RegExpExecArray): Tuple {
  const [, source = '', destination = '', from, to, type, code, id] = match;
  const ends = { protocol, source: ipv4(source), destination: ipv4(destination) };
  if (id !== undefined) {
    const kind = (Number(type) << 8) | Number(code);
    return { ...ends, sourceKey: Number(id), destinationKey: kind };
  }
  return { ...ends, sourceKey: Number(from ?? 0), destinationKey: Number(to ?? 0) };
}
