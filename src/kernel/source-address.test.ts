/**
 * The address that a node without one on the cali interface puts into its ARP requests, as a real
 * Linux 6.18 chose it.
 */
import { expect } from 'chai';
import { parseInterfaceAddress } from '../addr/cidr';
import { formatIpv4, ipv4 } from '../addr/ipv4';
import { seededRandom } from '../base/random';
import type { Scope } from '../host/route';
import { loopback } from './devices/loopback';
import type { Netns } from './netns';
import { Network } from './network';
import { applyOp } from './ops/apply-op';
import { selectSourceAddress } from './source-address';
import { LINUX } from './stack-of-linux';
import { deviceIn } from './testing/node-with-pods';

type Registered = readonly (readonly [device: string, address: string, scope: Scope])[];

const NODE = ['ens5', '192.168.10.101/24', 'global'] as const;

/** @param registered in the order in which the devices appear */
function chosen(registered: Registered, onCali?: string): string | undefined {
  const network = new Network(LINUX, { random: seededRandom(1), wireMode: false });
  const node = network.addHost('node');
  for (const [device, address, scope] of registered) give(node, device, address, scope);
  give(node, 'cali1', onCali, 'global');
  const found = selectSourceAddress(deviceIn(node, 'cali1'), ipv4('172.16.158.1'), 'link');
  return found === undefined ? undefined : formatIpv4(found);
}

function give(node: Netns, device: string, text: string | undefined, scope: Scope): void {
  if (!node.devices.has(device)) node.addDevice(device, loopback, undefined, 1500);
  const address = text === undefined ? undefined : parseInterfaceAddress(text);
  if (address !== undefined) applyOp(node, { kind: 'address-add', device, address, scope });
}

describe('the address that a node takes on an unnumbered interface', () => {
  for (const [world, registered, address] of [
    ['ens5, then a tunnel', [NODE, ['tunl0', '172.16.158.0/32', 'global']], '192.168.10.101'],
    ['docker0 before ens5', [['docker0', '172.17.0.1/16', 'global'], NODE], '172.17.0.1'],
    ['docker0 after ens5', [NODE, ['docker0', '172.17.0.1/16', 'global']], '192.168.10.101'],
    ['a global address on lo', [NODE, ['lo', '10.1.1.1/32', 'global']], '10.1.1.1'],
    ['a link address on lo', [NODE, ['lo', '10.1.1.1/32', 'link']], '192.168.10.101'],
    ['a host address on lo', [NODE, ['lo', '127.0.0.2/8', 'host']], '192.168.10.101'],
    ['two on ens5', [NODE, ['ens5', '192.168.10.200/24', 'global']], '192.168.10.101'],
  ] as const) {
    it(`is ${address} with ${world}`, () => {
      expect(chosen(registered)).to.equal(address);
    });
  }

  it('is the interface’s own where it has one', () => {
    expect(chosen([NODE], '10.9.9.9/32')).to.equal('10.9.9.9');
  });

  it('is none where no device has any', () => {
    expect(chosen([])).to.equal(undefined);
  });
});
