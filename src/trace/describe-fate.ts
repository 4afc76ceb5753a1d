/**
 * How a packet ended, in words.
 */
import { unreachable } from '../base/invariant';
import { explainDrop } from './explain-drop';
import type { Fate } from './trace';

/** `dropped on k8s-w1: 10.0.0.1 does not answer ARP (NEIGH_FAILED: nobody answered …)`. */
export function describeFate(fate: Fate | undefined): string {
  if (fate === undefined) return 'still under way when the watch ended';
  switch (fate.kind) {
    case 'delivered':
      return `delivered on ${fate.host}`;
    case 'dropped':
      return `dropped on ${fate.host}: ${fate.because} (${fate.reason}: ${explainDrop(fate.reason)})`;
    case 'split':
      return 'cut into fragments';
    case 'merged':
      return 'put together with its other fragments';
    default:
      return unreachable(fate);
  }
}
