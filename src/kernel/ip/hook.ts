/**
 * A packet passes one of netfilter's five hooks, or does not.
 */
import type { Hook } from '../../netfilter/packet';
import type { Netns } from '../netns';
import type { Skb } from '../skb';

/** @returns whether the packet goes on; if not, its trace says why */
export function passHook(netns: Netns, skb: Skb, hook: Hook): boolean {
  if (netns.netfilter.isIdle) return true;
  const verdict = netns.netfilter.run(hook, skb);
  switch (verdict.kind) {
    case 'accept':
      return true;
    case 'drop':
      skb.trace.drop('NETFILTER_DROP', verdict.because);
      return false;
    case 'reject':
      netns.stack.reject(netns, skb, verdict.with);
      skb.trace.drop('NETFILTER_DROP', verdict.because);
      return false;
  }
}
