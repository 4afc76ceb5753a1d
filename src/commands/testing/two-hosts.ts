/**
 * The world of the transcripts: two network namespaces joined by a pair of Ethernet devices, as they
 * were on the Linux (iproute2 6.1, iptables 1.8.9 over nf_tables, iputils 20221126) that answered. There, as in pods, nobody
 * has a name.
 */
import { parseInterfaceAddress } from '../../addr/cidr';
import { mac } from '../../addr/mac';
import { invariant } from '../../base/invariant';
import { seededRandom } from '../../base/random';
import type { Netns } from '../../kernel/netns';
import { Network } from '../../kernel/network';
import { applyOp } from '../../kernel/ops/apply-op';
import { LINUX } from '../../kernel/stack-of-linux';

/** @returns the one at 10.0.0.1; the other is at 10.0.0.2 */
export function twoHosts(): Netns {
  const network = new Network(LINUX, { random: seededRandom(1), wireMode: false });
  const near = network.addHost('test/near');
  const far = network.addHost('test/far');
  applyOp(near, {
    kind: 'link-add',
    link: {
      kind: 'veth',
      name: 'eth0',
      mac: mac('02:00:00:00:00:0a'),
      mtu: 1500,
      peer: { netns: 'test/far', name: 'eth0', mac: mac('02:00:00:00:00:0b'), mtu: 1500 },
    },
  });
  for (const [netns, address] of [
    [near, '10.0.0.1/24'],
    [far, '10.0.0.2/24'],
  ] as const) {
    addAddress(netns, 'lo', '127.0.0.1/8');
    addAddress(netns, 'eth0', address);
    applyOp(netns, { kind: 'link-up', device: 'lo' });
    applyOp(netns, { kind: 'link-up', device: 'eth0' });
  }
  return near;
}

function addAddress(netns: Netns, device: string, text: string): void {
  const address = parseInterfaceAddress(text);
  invariant(address !== undefined, `${text} is an address`);
  const scope = device === 'lo' ? 'host' : 'global';
  applyOp(netns, { kind: 'address-add', device, address, scope });
}
