/** `hash:net`: networks of any size; the longest prefix decides (ip_set_hash_net.c). */
import { type Cidr, cidrOf, formatCidr, parseCidr } from '../../addr/cidr';
import { formatIpv4, parseIpv4 } from '../../addr/ipv4';
import { PrefixMap } from '../../addr/prefix-map';
import type { Ipv4Packet } from '../../wire/ipv4';
import { ipsetRefusal } from '../command-error';
import type { IpSet } from './ip-set';

export class HashNet implements IpSet {
  readonly type = 'hash:net';
  #networks = new PrefixMap<Cidr>();

  get members(): readonly string[] {
    return [...this.#networks.values()].map((network) =>
      network.length === 32 ? formatIpv4(network.address) : formatCidr(network),
    );
  }

  get size(): number {
    return this.#networks.size;
  }

  add(member: string): boolean {
    const network = parseNetwork(member);
    if (this.#networks.get(network) !== undefined) return false;
    this.#networks.set(network, network);
    return true;
  }

  delete(member: string): boolean {
    return this.#networks.delete(parseNetwork(member));
  }

  test(member: string): boolean {
    const network = parseNetwork(member);
    if (network.length === 32) return this.#networks.lookup(network.address) !== undefined;
    return this.#networks.get(network) !== undefined;
  }

  flush(): void {
    this.#networks = new PrefixMap();
  }

  holds({ source, destination }: Ipv4Packet, bySource: boolean): boolean {
    return this.#networks.lookup(bySource ? source : destination) !== undefined;
  }
}

function parseNetwork(text: string): Cidr {
  const address = parseIpv4(text);
  const network = address === undefined ? parseCidr(text) : cidrOf(address, 32);
  if (network === undefined) {
    throw ipsetRefusal(`Syntax error: ${whatIsWrongWith(text)}`);
  }
  if (network.length > 0) return network;
  // A length of 0 is not stored: 0.0.0.0/0 must be written as two halves.
  throw ipsetRefusal('The value of the CIDR parameter of the IP address is invalid');
}

function whatIsWrongWith(text: string): string {
  const [address = '', length] = text.split('/');
  return length !== undefined && parseIpv4(address) !== undefined
    ? `'${length}' is out of range 0-32`
    : `cannot parse ${text}: resolving to IPv4 address failed`;
}
