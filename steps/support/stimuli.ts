/**
 * Stimuli with the defaults of the tools that send them (iputils ping, traceroute, arping).
 */
import { type Ipv4, parseIpv4 } from '../../src/addr/ipv4';
import { didYouMeanOneOf } from '../../src/base/nearest-name';
import type { HostName, PingStimulus, TracerouteStimulus } from '../../src/driver/stimulus';
import type { Table } from './catalogue';
import { NotEstablishedError } from './not-established';

/** `ping -c 1`: 56 bytes of payload, one second between requests, one second of patience. */
export function pingStimulus(from: HostName, to: Ipv4): PingStimulus {
  return {
    kind: 'ping',
    from,
    to,
    count: 1,
    intervalMs: 1000,
    timeoutMs: 1000,
    size: 56,
    ttl: undefined,
    df: 'want',
    source: undefined,
    icmpId: undefined,
  };
}

/** A ping with some of ping's options: a table of name and value. */
export function pingWith(from: HostName, to: Ipv4, table: Table): PingStimulus {
  const options = Object.entries(table.rowsHash()).map(([name, value]) => pingOption(name, value));
  return Object.assign({}, pingStimulus(from, to), ...options);
}

export function tracerouteStimulus(from: HostName, to: Ipv4): TracerouteStimulus {
  return { kind: 'traceroute', from, to, method: 'udp', maxHops: 30 };
}

const PING_OPTIONS: Readonly<Record<string, (value: string) => Partial<PingStimulus> | undefined>> =
  {
    count: (value) => numberOption(value, 1, 1000, (count) => ({ count })),
    size: (value) => numberOption(value, 0, 65_507, (size) => ({ size })),
    ttl: (value) => numberOption(value, 1, 255, (ttl) => ({ ttl })),
    id: (value) => numberOption(value, 0, 65_535, (icmpId) => ({ icmpId })),
    'interval ms': (value) => numberOption(value, 1, 60_000, (intervalMs) => ({ intervalMs })),
    'timeout ms': (value) => numberOption(value, 1, 600_000, (timeoutMs) => ({ timeoutMs })),
    df: (value) =>
      value === 'do' || value === 'want' || value === 'dont' ? { df: value } : undefined,
    source: (value) => {
      const source = parseIpv4(value);
      return source === undefined ? undefined : { source };
    },
  };

function pingOption(name: string, value: string): Partial<PingStimulus> {
  const option = Object.hasOwn(PING_OPTIONS, name) ? PING_OPTIONS[name] : undefined;
  if (option === undefined) {
    throw new NotEstablishedError(
      `ping has no option ${name}${didYouMeanOneOf(name, Object.keys(PING_OPTIONS))}`,
    );
  }
  const change = option(value);
  if (change === undefined) throw new NotEstablishedError(`${value} is no ${name} of a ping`);
  return change;
}

/** Every number has an end, so that no sentence makes the run go on for hours. */
function numberOption(
  value: string,
  low: number,
  high: number,
  change: (value: number) => Partial<PingStimulus>,
): Partial<PingStimulus> {
  const number = Number(value);
  const isWithin = /^\d{1,9}$/.test(value) && number >= low && number <= high;
  if (!isWithin) throw new NotEstablishedError(`${value} is not a number from ${low} to ${high}`);
  return change(number);
}
