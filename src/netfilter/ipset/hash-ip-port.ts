/**
 * `hash:ip,port`: an address with a protocol and its port, `10.0.0.1,tcp:80` (ip_set_hash_ipport.c;
 * `ip_set_get_ip4_port`, net/netfilter/ipset/ip_set_getport.c).
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import { invariant } from '../../base/invariant';
import { type Ipv4Packet, PROTOCOL_ICMP, PROTOCOL_TCP } from '../../wire/ipv4';
import { icmpTypeOf } from '../icmp-type';
import { parseProtocol, protocolName } from '../ip-protocols';
import { parseUnsigned } from '../options';
import { serviceNamed } from '../port-range';
import { icmpTypeName, icmpTypeNamed } from './icmp-names';
import { DEFAULT_IP_SET_SETTINGS, type IpSet, type IpSetSettings } from './ip-set';
import { addressesOf, parseSpan, syntaxError } from './member-text';

const PORT_MAX = 0xffff;
const NO_PORT = -1;

export class HashIpPort implements IpSet {
  readonly type = 'hash:ip,port';
  readonly settings: IpSetSettings;
  /** Protocol and port in one number, by address. */
  readonly #ports = new Map<Ipv4, Set<number>>();

  constructor(settings: IpSetSettings = DEFAULT_IP_SET_SETTINGS) {
    this.settings = settings;
  }

  get members(): readonly string[] {
    return [...this.#ports].flatMap(([address, ports]) =>
      [...ports].map((port) => `${formatIpv4(address)},${formatPort(port)}`),
    );
  }

  get size(): number {
    return [...this.#ports.values()].reduce((sum, ports) => sum + ports.size, 0);
  }

  expand(text: string): readonly string[] {
    const { addresses, ports } = parseMembers(text);
    return addresses.flatMap((address) =>
      ports.map((port) => `${formatIpv4(address)},${formatPort(port)}`),
    );
  }

  add(member: string): boolean {
    const { address, port } = parseMember(member);
    const ports = this.#ports.get(address) ?? new Set();
    this.#ports.set(address, ports);
    if (ports.has(port)) return false;
    ports.add(port);
    return true;
  }

  delete(member: string): boolean {
    const { address, port } = parseMember(member);
    const ports = this.#ports.get(address);
    const existed = ports?.delete(port) ?? false;
    if (ports?.size === 0) this.#ports.delete(address);
    return existed;
  }

  test(member: string): boolean {
    const { address, port } = parseMember(member);
    return this.#ports.get(address)?.has(port) ?? false;
  }

  flush(): void {
    this.#ports.clear();
  }

  holds(packet: Ipv4Packet, bySource: boolean, portBySource: boolean): boolean {
    const port = portOf(packet, portBySource);
    if (port === NO_PORT) return false;
    return this.#ports.get(bySource ? packet.source : packet.destination)?.has(port) ?? false;
  }
}

function withProtocol(protocol: number, port: number): number {
  return (protocol << 16) | port;
}

function portOf(packet: Ipv4Packet, bySource: boolean): number {
  const { payload, protocol } = packet;
  if (payload.kind === 'tcp' || payload.kind === 'udp') {
    return withProtocol(protocol, bySource ? payload.sourcePort : payload.destinationPort);
  }
  const icmp = icmpTypeOf(packet);
  return icmp === undefined ? NO_PORT : withProtocol(protocol, (icmp.type << 8) | icmp.code);
}

function parseMember(text: string): { readonly address: Ipv4; readonly port: number } {
  const { addresses, ports } = parseMembers(text);
  const [address] = addresses;
  const [port] = ports;
  invariant(address !== undefined && port !== undefined, `${text} stands for something`);
  return { address, port };
}

/** `10.0.0.0/30,tcp:80-90` stands for every address with every port. */
function parseMembers(text: string): {
  readonly addresses: readonly Ipv4[];
  readonly ports: readonly number[];
} {
  const [addressText = '', rest = ''] = text.split(',');
  if (rest === '') throw syntaxError(`Second element is missing from ${text}.`);
  const addresses = addressesOf(parseSpan(addressText));
  const [first = '', second] = rest.split(':');
  const protocol = second === undefined ? PROTOCOL_TCP : parseProtocol(first);
  if (protocol === undefined) throw syntaxError(`cannot parse '${first}' as a protocol`);
  const portText = second ?? first;
  const icmp = protocol === PROTOCOL_ICMP ? icmpTypeNamed(portText) : undefined;
  if (icmp !== undefined) return { addresses, ports: [withProtocol(protocol, icmp)] };
  const [lowText = '', highText = lowText] = portText.split('-');
  const low = parsePortNumber(protocol, lowText);
  const high = parsePortNumber(protocol, highText);
  if (low === undefined || high === undefined) {
    throw syntaxError(`'${portText}' is invalid as number`);
  }
  const count = Math.max(0, high - low) + 1;
  const ports = Array.from({ length: count }, (_, at) => withProtocol(protocol, low + at));
  return { addresses, ports };
}

/** A port, or type and code of ICMP: `8/0`. */
function parsePortNumber(protocol: number | undefined, text: string): number | undefined {
  const numbers = text.split('/').map((part) => serviceNamed(part) ?? parseUnsigned(part));
  const [high, low] = numbers;
  if (high === undefined || numbers.includes(undefined)) return undefined;
  if (protocol === PROTOCOL_ICMP && low !== undefined) return (high << 8) | low;
  return high <= PORT_MAX && numbers.length === 1 ? high : undefined;
}

function formatPort(bits: number): string {
  const protocol = bits >>> 16;
  const port = bits & PORT_MAX;
  const name = protocolName(protocol);
  if (protocol !== PROTOCOL_ICMP) return `${name}:${port}`;
  return `${name}:${icmpTypeName(port) ?? `${port >>> 8}/${port & 255}`}`;
}
