/**
 * `-j CT --notrack` and its older name `-j NOTRACK`: the tracker will not look at the packet
 * (iptables-extensions(8), "CT"; Linux: net/netfilter/xt_CT.c).
 */
import { parameterProblem } from '../command-error';
import type { TargetModule } from '../target';

export interface NotrackTarget {
  readonly kind: 'notrack';
  readonly writtenAs: 'CT' | 'NOTRACK';
}

export const notrack: TargetModule<NotrackTarget> = {
  names: ['CT', 'NOTRACK'],
  options: { '--notrack': 0 },

  build(options, name) {
    if (name === 'NOTRACK') return { kind: 'notrack', writtenAs: 'NOTRACK' };
    if (!options.has('--notrack')) {
      throw parameterProblem('CT: only --notrack is known here');
    }
    return { kind: 'notrack', writtenAs: 'CT' };
  },

  render: ({ writtenAs }) => (writtenAs === 'CT' ? '-j CT --notrack' : '-j NOTRACK'),
  list: ({ writtenAs }) => ({
    column: 'CT',
    text: writtenAs === 'CT' ? 'CT notrack' : 'NOTRACK',
  }),

  compile: () => ({
    kind: 'run',
    run(packet) {
      // As xt_ct_target(): a packet that has a connection already keeps it.
      if (packet.ctState === undefined) packet.ctState = 'untracked';
      return 'continue';
    },
  }),
};
