/** A change to a host of which nobody knows how it is. */
import type { Op } from '../../host/op';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { OpError } from '../../kernel/ops/op-error';
import { CommandError } from '../../netfilter/command-error';

/**
 * What the kernel refuses is left for the next time: a route by an interface that is down, a chain to
 * which somebody's rule leads.
 *
 * @returns whether it was done
 */
export function tryOp(host: Netns, op: Op): boolean {
  try {
    applyOp(host, op);
    return true;
  } catch (error) {
    if (error instanceof OpError || error instanceof CommandError) return false;
    throw error;
  }
}
