/**
 * Who a MAC address belongs to, in words that are the same in every run: a pod's name,
 * `k8s-w1/ens5`, `router/eth0`; `ee:ee` for any cali interface.
 */
import { BROADCAST_MAC, formatMac, type Mac, mac, ZERO_MAC } from '../addr/mac';
import { CALI_MAC } from './seed-cluster';

export class Roles {
  readonly #names = new Map<Mac, string>([
    [BROADCAST_MAC, 'bcast'],
    [ZERO_MAC, 'zero'],
    [mac(CALI_MAC), 'ee:ee'],
  ]);

  name(address: Mac, role: string): void {
    this.#names.set(address, role);
  }

  /** The role, or the address itself where nobody is known to have it. */
  of(address: Mac): string {
    return this.#names.get(address) ?? formatMac(address);
  }
}
