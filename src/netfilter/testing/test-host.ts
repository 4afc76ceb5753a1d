/** A host with a clock that tests turn, rules from text, and packets that pass hook after hook. */
import { type Cidr, cidrContains } from '../../addr/cidr';
import { type Ipv4, ipv4 } from '../../addr/ipv4';
import { seededRandom } from '../../base/random';
import type { Ipv4Packet } from '../../wire/ipv4';
import { Netfilter } from '../netfilter';
import type { AddressType, Hook, NetfilterHost, NetfilterTable } from '../packet';
import { parseRule } from '../parse-rule';
import type { NetfilterVerdict } from '../verdict';
import { splitWords } from '../words';
import { TestPacket } from './test-packet';

export class TestHost implements NetfilterHost {
  readonly random = seededRandom(7);
  nowUs = 1_000_000;
  readonly netfilter: Netfilter;
  /** Address by interface. */
  readonly addresses = new Map<string, Ipv4>([['ens5', ipv4('192.168.10.101')]]);
  /** Which sources are behind which interface; of all others nothing is known. */
  readonly routes = new Map<string, Cidr>();

  constructor() {
    this.netfilter = new Netfilter(this);
  }

  addressType(address: Ipv4, device?: string): AddressType {
    for (const [name, own] of this.addresses) {
      if (own === address && (device === undefined || device === name)) return 'LOCAL';
    }
    return 'UNICAST';
  }

  reversePathHolds({ source }: Ipv4Packet, inInterface: string): boolean {
    const route = this.routes.get(inInterface);
    return route !== undefined && cidrContains(route, source);
  }

  firstAddress(device: string): Ipv4 | undefined {
    return this.addresses.get(device);
  }

  masqueradeAddress(outInterface: string): Ipv4 | undefined {
    return this.addresses.get(outInterface);
  }

  passSeconds(seconds: number): void {
    this.nowUs += seconds * 1_000_000;
  }

  /** Lines of `iptables-save`: `-A CHAIN …`; chains come to be where they are named. */
  load(table: NetfilterTable, ...lines: readonly string[]): void {
    const chains = new Map<string, string[]>();
    for (const line of lines) {
      const [, chain = '', rule = ''] = /^-A (\S+) ?(.*)$/.exec(line) ?? [];
      chains.set(chain, [...(chains.get(chain) ?? []), rule]);
    }
    for (const [chain, rules] of chains) {
      this.netfilter.restoreChain(
        table,
        chain,
        rules.map((rule) => parseRule(splitWords(rule))),
      );
    }
  }

  run(hook: Hook, packet: TestPacket): NetfilterVerdict['kind'] {
    return this.netfilter.run(hook, packet).kind;
  }

  /** In by one interface and out by another. */
  forward(packet: Ipv4Packet, inInterface: string, outInterface: string): TestPacket {
    const passing = new TestPacket(packet, inInterface);
    return this.#pass(
      passing,
      ['prerouting'],
      inInterface,
      ['forward', 'postrouting'],
      outInterface,
    );
  }

  send(packet: Ipv4Packet, outInterface: string): TestPacket {
    const passing = new TestPacket(packet, '', outInterface);
    return this.#pass(passing, ['output'], '', ['postrouting'], outInterface);
  }

  receive(packet: Ipv4Packet, inInterface: string): TestPacket {
    const passing = new TestPacket(packet, inInterface);
    return this.#pass(passing, ['prerouting', 'input'], inInterface, [], '');
  }

  #pass(
    packet: TestPacket,
    before: readonly Hook[],
    inInterface: string,
    after: readonly Hook[],
    outInterface: string,
  ): TestPacket {
    for (const hook of before) if (this.run(hook, packet) !== 'accept') return packet;
    packet.inInterface = inInterface;
    packet.outInterface = outInterface;
    for (const hook of after) if (this.run(hook, packet) !== 'accept') return packet;
    return packet;
  }
}
