/**
 * A row of the neighbour table as `ip neigh` prints it (`print_neigh`, iproute2 6.1, ip/ipneigh.c).
 * Every word brings its blank along, so a line ends with one and `-s` has two before `used`.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { formatMac } from '../../../addr/mac';
import type { Neighbour, NeighbourState } from '../../../kernel/neighbour/neighbour';
import { type Field, field, unsaid, word } from '../field';

/** A running timer holds on to the row. */
const IN_TIMER: ReadonlySet<NeighbourState> = new Set([
  'incomplete',
  'reachable',
  'delay',
  'probe',
]);

const SECOND_US = 1_000_000;

interface NeighbourManner {
  /** `show dev X` need not say `dev X`. */
  readonly hidesDevice: boolean;
  readonly statistics: boolean;
}

export function neighbourFields(
  row: Neighbour,
  { hidesDevice, statistics }: NeighbourManner,
): readonly Field[] {
  const address = formatIpv4(row.address);
  const { name } = row.device;
  const mac = macOf(row);
  const state = row.state.toUpperCase();
  return [
    field(`${address} `, 'dst', address, 'inet'),
    ...(hidesDevice ? [] : [word('dev '), field(`${name} `, 'dev', name, 'name')]),
    ...(mac === undefined ? [] : [word('lladdr '), field(`${mac} `, 'lladdr', mac, 'mac')]),
    ...(statistics ? statisticsFields(row) : []),
    // A row that nobody has asked for has no state to speak of.
    ...(row.state === 'none' ? [] : [field(`${state} `, 'state', [state])]),
  ];
}

/** `ip -br neigh`: three columns. */
export function briefNeighbourFields(row: Neighbour): readonly Field[] {
  const address = formatIpv4(row.address);
  const { name } = row.device;
  const mac = macOf(row);
  return [
    field(`${address.padEnd(39)} `, 'dst', address, 'inet'),
    field(`${name.padEnd(16)} `, 'dev', name, 'name'),
    ...(mac === undefined ? [] : [field(mac, 'lladdr', mac, 'mac')]),
  ];
}

/** A row that failed keeps its MAC to itself. */
function macOf({ isValid, mac }: Neighbour): string | undefined {
  return isValid && mac !== undefined ? formatMac(mac) : undefined;
}

/** Seconds since the row was used, confirmed and updated. */
function statisticsFields(row: Neighbour): readonly Field[] {
  const { nowUs } = row.device.netns;
  const age = (atUs: number) => Math.floor((nowUs - atUs) / SECOND_US);
  const [used, confirmed, updated] = [age(row.usedUs), age(row.confirmedUs), age(row.updatedUs)];
  const { probes } = row;
  return [
    ...(IN_TIMER.has(row.state) ? [field(' ref 1', 'refcnt', 1)] : []),
    field(` used ${used}/${confirmed}/${updated}`, 'used', used),
    unsaid('confirmed', confirmed),
    unsaid('updated', updated),
    field(`probes ${probes} `, 'probes', probes),
  ];
}
