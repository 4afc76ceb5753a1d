/**
 * Stimuli with the defaults of the tools that send them (iputils ping, traceroute, arping).
 */
import { type Ipv4, parseIpv4 } from '../../src/addr/ipv4';
import { didYouMeanOneOf } from '../../src/base/nearest-name';
import type {
  ConnectStimulus,
  HostName,
  PingStimulus,
  TracerouteStimulus,
} from '../../src/driver/stimulus';
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

export type Protocol = ConnectStimulus['protocol'];

/** Whoever is asked answers; one second of patience. */
export function connectStimulus(
  from: HostName,
  to: Ipv4,
  protocol: Protocol,
  port: number,
): ConnectStimulus {
  return { kind: 'connect', protocol, from, to, port, sourcePort: undefined, timeoutMs: 1000 };
}

/** Every number has an end, so that no sentence makes the run go on for hours. */
const PING_NUMBERS = {
  count: { field: 'count', low: 1, high: 1000 },
  size: { field: 'size', low: 0, high: 65_507 },
  ttl: { field: 'ttl', low: 1, high: 255 },
  id: { field: 'icmpId', low: 0, high: 65_535 },
  'interval ms': { field: 'intervalMs', low: 1, high: 60_000 },
  'timeout ms': { field: 'timeoutMs', low: 1, high: 600_000 },
} as const satisfies Record<string, { field: keyof PingStimulus; low: number; high: number }>;

const PING_WORDS: Readonly<Record<string, (value: string) => Partial<PingStimulus> | undefined>> = {
  df: (value) =>
    value === 'do' || value === 'want' || value === 'dont' ? { df: value } : undefined,
  source: (value) => {
    const source = parseIpv4(value);
    return source === undefined ? undefined : { source };
  },
};

function pingOption(name: string, value: string): Partial<PingStimulus> {
  if (isNumberOption(name)) return numberOption(name, value);
  const option = Object.hasOwn(PING_WORDS, name) ? PING_WORDS[name] : undefined;
  if (option === undefined) {
    const names = [...Object.keys(PING_NUMBERS), ...Object.keys(PING_WORDS)];
    throw new NotEstablishedError(`ping has no option ${name}${didYouMeanOneOf(name, names)}`);
  }
  const change = option(value);
  if (change === undefined) throw new NotEstablishedError(`${value} is no ${name} of a ping`);
  return change;
}

function isNumberOption(name: string): name is keyof typeof PING_NUMBERS {
  return Object.hasOwn(PING_NUMBERS, name);
}

function numberOption(name: keyof typeof PING_NUMBERS, value: string): Partial<PingStimulus> {
  const { field, low, high } = PING_NUMBERS[name];
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value) || number < low || number > high) {
    throw new NotEstablishedError(
      `${value} is no ${name} of a ping: that is a number from ${low} to ${high}`,
    );
  }
  return { [field]: number };
}
