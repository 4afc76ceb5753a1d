/** `hash:net`: networks of any size; the longest prefix decides (ip_set_hash_net.c). */
import { type Cidr, formatCidr } from '../../addr/cidr';
import { formatIpv4 } from '../../addr/ipv4';
import { PrefixMap } from '../../addr/prefix-map';
import type { Ipv4Packet } from '../../wire/ipv4';
import { DEFAULT_IP_SET_SETTINGS, type IpSet, type IpSetSettings } from './ip-set';
import { networksOf, parseNetwork, parseSpan } from './member-text';

export class HashNet implements IpSet {
  readonly type = 'hash:net';
  readonly settings: IpSetSettings;
  #networks = new PrefixMap<Cidr>();

  constructor(settings: IpSetSettings = DEFAULT_IP_SET_SETTINGS) {
    this.settings = settings;
  }

  get members(): readonly string[] {
    return [...this.#networks.values()].map(formatNetwork);
  }

  get size(): number {
    return this.#networks.size;
  }

  expand(text: string): readonly string[] {
    const networks = text.includes('-') ? networksOf(parseSpan(text)) : [parseNetwork(text)];
    return networks.map(formatNetwork);
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

function formatNetwork(network: Cidr): string {
  return network.length === 32 ? formatIpv4(network.address) : formatCidr(network);
}
