/** Every mutant, in the order of the course. A new one is an export of a file here and its line below. */
import type { Mutant } from '../mutant';
import * as encapsulation from './encapsulation';
import * as filter from './filter';
import * as forwarding from './forwarding';
import * as icmpErrors from './icmp-errors';
import * as natOutgoing from './nat-outgoing';
import * as outerHeader from './outer-header';
import * as ownRoutes from './own-routes';
import * as podLink from './pod-link';
import * as proxyArp from './proxy-arp';
import * as remoteRoutes from './remote-routes';
import * as tunnelDevice from './tunnel-device';

export const MUTANTS: readonly Mutant[] = [
  proxyArp,
  podLink,
  ownRoutes,
  remoteRoutes,
  forwarding,
  icmpErrors,
  filter,
  encapsulation,
  outerHeader,
  tunnelDevice,
  natOutgoing,
].flatMap((family) => Object.values(family));

/** `undefined` where there is none of that name. */
export function mutantNamed(name: string): Mutant | undefined {
  return MUTANTS.find((mutant) => mutant.name === name);
}
