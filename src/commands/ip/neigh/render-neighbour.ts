/**
 * A row of the neighbour table as `ip neigh` prints it (`print_neigh`, iproute2 6.1, ip/ipneigh.c).
 * Every word brings its blank along, so a line ends with one and `-s` has two before `used`.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { formatMac } from '../../../addr/mac';
import type { Neighbour, NeighbourState } from '../../../kernel/neighbour/neighbour';

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

export function renderNeighbour(
  row: Neighbour,
  { hidesDevice, statistics }: NeighbourManner,
): string {
  return [
    `${formatIpv4(row.address)} `,
    hidesDevice ? '' : `dev ${row.device.name} `,
    hasMac(row) && row.mac !== undefined ? `lladdr ${formatMac(row.mac)} ` : '',
    statistics ? renderStatistics(row) : '',
    `${row.state.toUpperCase()} `,
  ].join('');
}

/** `ip -br neigh`: three columns. */
export function renderBriefly(row: Neighbour): string {
  const mac = hasMac(row) && row.mac !== undefined ? formatMac(row.mac) : '';
  return `${formatIpv4(row.address).padEnd(39)} ${row.device.name.padEnd(16)} ${mac}`;
}

/** A row that failed keeps its MAC to itself. */
function hasMac(row: Neighbour): boolean {
  return row.isValid && row.mac !== undefined;
}

/** Seconds since the row was used, confirmed and updated. */
function renderStatistics(row: Neighbour): string {
  const { nowUs } = row.device.netns;
  const times = [row.usedUs, row.confirmedUs, row.updatedUs];
  const ages = times.map((atUs) => Math.floor((nowUs - atUs) / SECOND_US));
  const references = IN_TIMER.has(row.state) ? ' ref 1' : '';
  return `${references} used ${ages.join('/')}probes ${row.probes} `;
}
