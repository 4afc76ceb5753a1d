/**
 * Ports as rules name them: one, or a range with both ends included; some by their names
 * (`xtables_parse_port`, libxtables/xtables.c; the names are those of /etc/services of Debian).
 */
import { parameterProblem } from './command-error';
import { parseUnsigned } from './options';

export interface PortRange {
  readonly low: number;
  readonly high: number;
}

const SERVICES: Readonly<Record<string, number>> = {
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  http: 80,
  ntp: 123,
  snmp: 161,
  bgp: 179,
  https: 443,
  mysql: 3306,
  postgresql: 5432,
  'http-alt': 8080,
};

const PORT_MAX = 0xffff;

export const EVERY_PORT: PortRange = { low: 0, high: PORT_MAX };

/** The port of a service that /etc/services knows. */
export function serviceNamed(name: string): number | undefined {
  return SERVICES[name];
}

function parsePort(text: string): number {
  const port = serviceNamed(text) ?? parseUnsigned(text);
  if (port !== undefined && port <= PORT_MAX) return port;
  throw parameterProblem(`invalid port/service \`${text}' specified`);
}

/** Reads `80`, `1024:2048`, `1024:` and `:1023`. */
export function parsePortRange(text: string): PortRange {
  const at = text.indexOf(':');
  if (at < 0) {
    const port = parsePort(text);
    return { low: port, high: port };
  }
  const low = at === 0 ? 0 : parsePort(text.slice(0, at));
  const high = at === text.length - 1 ? PORT_MAX : parsePort(text.slice(at + 1));
  if (low > high) throw parameterProblem('invalid portrange (min > max)');
  return { low, high };
}

export function formatPortRange({ low, high }: PortRange): string {
  return low === high ? String(low) : `${low}:${high}`;
}

/** With the services' names, where they have one: `ssh:domain`. */
export function namePortRange({ low, high }: PortRange): string {
  return low === high ? serviceOf(low) : `${serviceOf(low)}:${serviceOf(high)}`;
}

function serviceOf(port: number): string {
  return Object.keys(SERVICES).find((name) => SERVICES[name] === port) ?? String(port);
}

export function holdsPort({ low, high }: PortRange, port: number): boolean {
  return port >= low && port <= high;
}

export function holdsEveryPort({ low, high }: PortRange): boolean {
  return low === 0 && high === PORT_MAX;
}
