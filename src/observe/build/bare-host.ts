/** A network namespace with nothing but its loopback device, up. */
import { ipv4 } from '../../addr/ipv4';
import { applyOp } from '../../kernel/ops/apply-op';
import type { World } from '../world';

const LOOPBACK_ADDRESS = { address: ipv4('127.0.0.1'), length: 8 };

export function addBareHost(world: World, name: string): void {
  const host = world.network.addHost(name);
  applyOp(host, { kind: 'link-up', device: 'lo' });
  applyOp(host, { kind: 'address-add', device: 'lo', address: LOOPBACK_ADDRESS, scope: 'host' });
  world.tell({ kind: 'host-add', host: name });
}
