/**
 * When a ping was sent: `ping` writes that at the beginning of its data, if there is room, and
 * Wireshark believes it if it is near the time of the capture.
 */
import type { GrowingNode } from './growing-node';
import type { Reader } from './reader';

const TIME_SIZE = 8;
const MICROSECONDS = 1_000_000;
const NEAR_SECONDS = 86_400;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** @returns how many bytes are a time: all eight or none */
export function icmpTime(reader: Reader, node: GrowingNode, at: number): number {
  const { atUs } = reader.facts;
  if (atUs === undefined || !reader.has(at, TIME_SIZE)) return 0;
  // Hosts write in their own byte order.
  const sentUs = nearTime(reader, at, atUs, false) ?? nearTime(reader, at, atUs, true);
  if (sentUs === undefined) return 0;
  const title = 'Timestamp from icmp data';
  const date = dateText(sentUs);
  reader.field(node, 'icmp.data_time', `${title}: ${date}`, date, at, TIME_SIZE);
  const since = secondsText(atUs - sentUs);
  const label = `${title} (relative): ${since} seconds`;
  reader.field(node, 'icmp.data_time_relative', label, since, at, TIME_SIZE);
  return TIME_SIZE;
}

function nearTime(reader: Reader, at: number, atUs: number, isLittle: boolean): number | undefined {
  const { view } = reader.facts;
  const seconds = view.getUint32(at, isLittle);
  const microseconds = view.getUint32(at + 4, isLittle);
  const isNear = Math.abs(seconds - Math.floor(atUs / MICROSECONDS)) < NEAR_SECONDS;
  return isNear && microseconds < MICROSECONDS ? seconds * MICROSECONDS + microseconds : undefined;
}

/** `Jan  1, 1970 00:00:01.000000000 UTC`. */
function dateText(us: number): string {
  const date = new Date(Math.floor(us / MICROSECONDS) * 1000);
  const day = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)}`;
  const clock = date.toISOString().slice(11, 19);
  return `${day}, ${date.getUTCFullYear()} ${clock}.${nanoseconds(us)} UTC`;
}

function secondsText(us: number): string {
  const size = Math.abs(us);
  return `${us < 0 ? '-' : ''}${Math.floor(size / MICROSECONDS)}.${nanoseconds(size)}`;
}

function nanoseconds(us: number): string {
  return `${String(us % MICROSECONDS).padStart(6, '0')}000`;
}
