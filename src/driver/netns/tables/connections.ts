/**
 * The connection table as the driver shows it, from `conntrack -L` (conntrack-tools; the kernel's
 * net/netfilter/nf_conntrack_standalone.c): `icmp 1 29 src=… dst=… type=8 code=0 id=7 src=… … mark=0 use=1`.
 */
import { ipv4 } from '../../../addr/ipv4';
import type { ConnectionRow, Tuple } from '../../driver';

const TUPLE = /src=(\S+) dst=(\S+)(?: sport=(\d+) dport=(\d+))?(?: type=\d+ code=\d+ id=(\d+))?/g;

export function readConnections(text: string): readonly ConnectionRow[] {
  return text.split('\n').flatMap((line): ConnectionRow[] => {
    const [original, reply] = [...line.matchAll(TUPLE)].map(tupleOf);
    const [protocol] = line.split(/\s+/);
    if (original === undefined || reply === undefined || protocol === undefined) return [];
    const flags = [...line.matchAll(/\[([A-Z]+)\]/g)].flatMap(([, flag]) => flag ?? []);
    return [{ protocol, original, reply, flags }];
  });
}

function tupleOf([, source = '', destination = '', from, to, id]: RegExpExecArray): Tuple {
  return {
    source: ipv4(source),
    destination: ipv4(destination),
    sourcePort: numberOf(from),
    destinationPort: numberOf(to),
    icmpId: numberOf(id),
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
