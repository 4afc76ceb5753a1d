/**
 * Packets that a node sent into the world by its card, and that nobody in the cluster received: the
 * switches and routers between are not looked into, so that is no end, and certainly no drop.
 */
import type { Trace } from '../../../trace/trace';
import { type Inventory, UNOBSERVED } from '../../driver';

/** @returns the trace, without an end where its packet left the cluster */
export function withoutFalseEnd(trace: Trace, nodes: Inventory['nodes']): Trace {
  const { id, cause, sent, hops, fate } = trace;
  if (fate?.kind !== 'dropped' || fate.because !== UNOBSERVED) return trace;
  const last = hops.at(-1);
  const seen = last?.steps.filter(({ kind }) => kind === 'transmit' || kind === 'receive').at(-1);
  const card = nodes.find(({ name }) => name === last?.host)?.nic;
  if (last === undefined || seen?.kind !== 'transmit' || seen.device !== card) return trace;
  const steps = last.steps.filter(({ kind }) => kind !== 'drop');
  const open = { host: last.host, atUs: last.atUs, steps };
  return { id, cause, sent, hops: [...hops.slice(0, -1), open], fate: undefined };
}
