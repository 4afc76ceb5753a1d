/**
 * Which protocol a datagram or a segment carries, told by its ports: the lower one is asked first, as
 * servers have low ones.
 */
import { dissectData } from './data';
import type { Reader } from './reader';

export function dissectPorts(
  reader: Reader,
  kind: 'tcpPorts' | 'udpPorts',
  source: number,
  destination: number,
): void {
  const table = reader.facts.protocols[kind];
  const [low, high] = source < destination ? [source, destination] : [destination, source];
  const dissector = table[low] ?? table[high];
  if (dissector === undefined) dissectData(reader);
  else dissector(reader, destination);
}
