/** `hash:ip`: single addresses (ip_set_hash_ip.c). */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { Ipv4Packet } from '../../wire/ipv4';
import { DEFAULT_IP_SET_SETTINGS, type IpSet, type IpSetSettings } from './ip-set';
import { addressesOf, parseSpan } from './member-text';

export class HashIp implements IpSet {
  readonly type = 'hash:ip';
  readonly settings: IpSetSettings;
  readonly #addresses = new Set<Ipv4>();

  constructor(settings: IpSetSettings = DEFAULT_IP_SET_SETTINGS) {
    this.settings = settings;
  }

  get members(): readonly string[] {
    return [...this.#addresses].map(formatIpv4);
  }

  get size(): number {
    return this.#addresses.size;
  }

  expand(text: string): readonly string[] {
    return addressesOf(parseSpan(text)).map(formatIpv4);
  }

  /** A network stands for all addresses in it. */
  add(member: string): boolean {
    const before = this.#addresses.size;
    for (const address of addressesOf(parseSpan(member))) this.#addresses.add(address);
    return this.#addresses.size > before;
  }

  delete(member: string): boolean {
    const before = this.#addresses.size;
    for (const address of addressesOf(parseSpan(member))) this.#addresses.delete(address);
    return this.#addresses.size < before;
  }

  test(member: string): boolean {
    return addressesOf(parseSpan(member)).every((address) => this.#addresses.has(address));
  }

  flush(): void {
    this.#addresses.clear();
  }

  holds({ source, destination }: Ipv4Packet, bySource: boolean): boolean {
    return this.#addresses.has(bySource ? source : destination);
  }
}
