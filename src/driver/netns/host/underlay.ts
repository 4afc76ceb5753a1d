/**
 * What Kubernetes does not describe, made of namespaces: bridges for segments, all in one namespace of
 * their own, and machines with their cards plugged in.
 */
import { formatCidr } from '../../../addr/cidr';
import { formatIpv4 } from '../../../addr/ipv4';
import type { Mac } from '../../../addr/mac';
import type { SegmentPlan } from '../../../cluster/plan';
import { NotObservedError } from '../../driver';
import type { Lab } from '../lab/lab';
import { runTool } from '../lab/run-tool';
import { bridgeLines, cableLines } from './cable-lines';
import type { Card, Machine } from './topology';

/** No host can be called so. */
const FABRIC = '_fabric';

export class Underlay {
  readonly #lab: Lab;
  readonly #macOf: (host: string, device: string) => Mac;
  readonly #bridges = new Map<string, string>();
  #ports = 0;
  /** Lines for tc that were not carried out yet. */
  readonly #impaired: string[] = [];

  /** @param macOf the address that a card shall have */
  constructor(lab: Lab, macOf: (host: string, device: string) => Mac) {
    this.#lab = lab;
    this.#macOf = macOf;
  }

  /** Plugs in machines whose namespaces are there and empty. */
  async add(machines: readonly Machine[]): Promise<void> {
    if (machines.length === 0) return;
    const lines = machines.flatMap((machine) =>
      machine.cards.flatMap((card) => this.#plugLines(machine.name, card)),
    );
    if (!this.#lab.has(FABRIC)) {
      await this.#lab.add([FABRIC]);
      await quieten(this.#lab, FABRIC);
    }
    await this.#ip(FABRIC, lines);
    await this.#impair();
    await Promise.all(machines.map((machine) => this.#ip(machine.name, cardLines(machine))));
  }

  #plugLines(host: string, { device, segment }: Card): readonly string[] {
    const lines: string[] = [];
    let bridge = this.#bridges.get(segment.name);
    if (bridge === undefined) {
      bridge = `br${this.#bridges.size}`;
      this.#bridges.set(segment.name, bridge);
      lines.push(...bridgeLines(bridge, segment.link.mtu));
    }
    this.#ports += 1;
    const port = `p${this.#ports}`;
    const { mtu } = segment.link;
    this.#impaired.push(...impairmentLines(port, segment));
    const mac = this.#macOf(host, device);
    const namespace = this.#lab.namespaceOf(host);
    return [...lines, ...cableLines({ bridge, port }, { namespace, device, mac, mtu })];
  }

  /** @throws NotObservedError where the kernel has no netem */
  async #impair(): Promise<void> {
    const lines = this.#impaired.splice(0);
    if (lines.length === 0) return;
    const words = ['tc', '-n', this.#lab.namespaceOf(FABRIC), '-batch', '-'];
    const { exit, stderr } = await runTool(words, { stdin: `${lines.join('\n')}\n` });
    if (exit === 0) return;
    const [why] = stderr.split('\n');
    throw new NotObservedError(`the lab's links are slow or lossy, which takes netem: ${why}`);
  }

  async #ip(host: string, lines: readonly string[]): Promise<void> {
    const words = ['ip', '-n', this.#lab.namespaceOf(host), '-batch', '-'];
    const { exit, stderr } = await runTool(words, { stdin: `${lines.join('\n')}\n` });
    if (exit !== 0) throw new Error(`ip on ${host}: ${stderr.trim()}`);
  }
}

/** On the port towards the host, so that a frame is late, or lost, once (tc-netem(8)). */
function impairmentLines(port: string, { link }: SegmentPlan): readonly string[] {
  const { latencyMs = 0, lossPercent } = link;
  if (latencyMs === 0 && lossPercent === 0) return [];
  return [`qdisc add dev ${port} root netem delay ${latencyMs}ms loss ${lossPercent}%`];
}

function cardLines({ cards, routes }: Machine): readonly string[] {
  return [
    'link set dev lo up',
    ...cards.flatMap(({ device, address, segment }) => [
      `link set dev ${device} up`,
      `address add ${formatIpv4(address)}/${segment.cidr.length} dev ${device}`,
    ]),
    ...routes.map(({ to, via }) => `route add ${formatCidr(to)} via ${formatIpv4(via)}`),
  ];
}

/**
 * A namespace's sysctls as the kernel ships them, whatever the machine's own are: IPv4's are inherited.
 * IPv6 is off, for it speaks without being asked.
 */
export async function quieten(lab: Lab, host: string, isRouter = false): Promise<void> {
  const lines = [
    `net/ipv4/ip_forward = ${isRouter ? 1 : 0}`,
    ...['all', 'default'].flatMap((device) => [
      `net/ipv6/conf/${device}/disable_ipv6 = 1`,
      ...INHERITED.map(([name, value]) => `net/ipv4/conf/${device}/${name} = ${value}`),
    ]),
  ];
  // -e: a kernel without IPv6 has no such file.
  await lab.run(host, ['sysctl', '-q', '-e', '-p', '-'], { stdin: `${lines.join('\n')}\n` });
}

/** Documentation/networking/ip-sysctl.rst, the defaults of `conf/*`. */
const INHERITED = [
  ['accept_local', 0],
  ['arp_accept', 0],
  ['arp_announce', 0],
  ['arp_filter', 0],
  ['arp_ignore', 0],
  ['proxy_arp', 0],
  ['proxy_arp_pvlan', 0],
  ['route_localnet', 0],
  ['rp_filter', 0],
  ['send_redirects', 1],
] as const;
