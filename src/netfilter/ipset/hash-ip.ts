/** `hash:ip`: single addresses (ip_set_hash_ip.c). */
import { cidrSize, parseCidr } from '../../addr/cidr';
import { formatIpv4, type Ipv4, ipv4FromBits, parseIpv4 } from '../../addr/ipv4';
import type { Ipv4Packet } from '../../wire/ipv4';
import { ipsetRefusal } from '../command-error';
import type { IpSet } from './ip-set';

/** `maxelem`: a set holds no more. */
const MEMBERS_MAX = 65_536;

export class HashIp implements IpSet {
  readonly type = 'hash:ip';
  readonly #addresses = new Set<Ipv4>();

  get members(): readonly string[] {
    return [...this.#addresses].map(formatIpv4);
  }

  get size(): number {
    return this.#addresses.size;
  }

  /** A network stands for all addresses in it. */
  add(member: string): boolean {
    const before = this.#addresses.size;
    for (const address of addressesOf(member)) this.#addresses.add(address);
    return this.#addresses.size > before;
  }

  delete(member: string): boolean {
    const before = this.#addresses.size;
    for (const address of addressesOf(member)) this.#addresses.delete(address);
    return this.#addresses.size < before;
  }

  test(member: string): boolean {
    return addressesOf(member).every((address) => this.#addresses.has(address));
  }

  flush(): void {
    this.#addresses.clear();
  }

  holds({ source, destination }: Ipv4Packet, bySource: boolean): boolean {
    return this.#addresses.has(bySource ? source : destination);
  }
}

function addressesOf(text: string): readonly Ipv4[] {
  const address = parseIpv4(text);
  if (address !== undefined) return [address];
  const network = parseCidr(text);
  if (network === undefined) {
    throw ipsetRefusal(`Syntax error: cannot parse ${text}: resolving to IPv4 address failed`);
  }
  const count = cidrSize(network);
  if (count > MEMBERS_MAX) throw ipsetRefusal('Hash is full, cannot add more elements');
  return Array.from({ length: count }, (_, at) => ipv4FromBits(network.address + at));
}
