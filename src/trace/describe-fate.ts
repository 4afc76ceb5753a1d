/**
 * How a packet ended, in words.
 */
import { unreachable } from '../base/invariant';
import { explainDrop } from './explain-drop';
import type { Fate } from './trace';

/** `dropped on k8s-w1 (NEIGH_FAILED): nobody answers for 192.168.10.77`. */
export function describeFate(fate: Fate | undefined): string {
  if (fate === undefined) return 'still under way when the watch ended';
  switch (fate.kind) {
    case 'delivered':
      return `delivered on ${fate.host}`;
    case 'dropped':
      return `dropped on ${fate.host} (${fate.reason}): ${fate.because || explainDrop(fate.reason)}`;
    case 'split':
      return 'went on as fragments';
    case 'merged':
      return 'was put together with its other fragments';
    default:
      return unreachable(fate);
  }
}
