/** A MAC address that no vendor gave: any that is unicast and locally administered, as the kernel draws it. */

import type { Random } from '../base/random';
import { type Mac, macFromBits } from './mac';

const LOCALLY_ADMINISTERED = 0x0200;
const GROUP = 0x0100;

/** `eth_random_addr` (include/linux/etherdevice.h). */
export function randomMac(random: Random): Mac {
  const high = (random.next() & 0xffff & ~GROUP) | LOCALLY_ADMINISTERED;
  return macFromBits(high, random.next());
}
