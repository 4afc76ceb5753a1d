/**
 * `-m multiport [!] --dports|--sports|--ports LIST` (iptables-extensions(8), "multiport"; Linux:
 * net/netfilter/xt_multiport.c).
 */
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { negation } from '../options';
import { destinationPortOf, sourcePortOf } from '../packet-ports';
import {
  formatPortRange,
  holdsPort,
  namePortRange,
  type PortRange,
  parsePortRange,
} from '../port-range';

export interface MultiportMatch {
  readonly kind: 'multiport';
  /** Which port is asked for; `ports` is satisfied by either. */
  readonly ports: 'sports' | 'dports' | 'ports';
  readonly ranges: readonly PortRange[];
  readonly inverted: boolean;
}

/** A range takes two of them. */
const PORTS_MAX = 15;

const SPELLINGS = {
  sports: ['--sports', '--source-ports'],
  dports: ['--dports', '--destination-ports'],
  ports: ['--ports'],
} as const;

export const multiport: MatchModule<MultiportMatch> = {
  name: 'multiport',
  options: {
    '--sports': 1,
    '--source-ports': 1,
    '--dports': 1,
    '--destination-ports': 1,
    '--ports': 1,
  },

  build(options) {
    for (const ports of ['sports', 'dports', 'ports'] as const) {
      const option = options.find(...SPELLINGS[ports]);
      if (option === undefined) continue;
      const ranges = (option.values[0] ?? '').split(',').map(parsePortRange);
      const count = ranges.reduce((sum, { low, high }) => sum + (low === high ? 1 : 2), 0);
      if (count > PORTS_MAX) throw parameterProblem('too many ports specified');
      return { kind: 'multiport', ports, ranges, inverted: option.inverted };
    }
    throw parameterProblem('multiport expection an option');
  },

  render: ({ ports, ranges, inverted }) =>
    `-m multiport ${negation(inverted)}--${ports} ${ranges.map(formatPortRange).join()}`,
  list: ({ ports, ranges, inverted }, { isNumeric }) => {
    const words = ranges.map(isNumeric ? formatPortRange : namePortRange);
    return `multiport ${ports} ${inverted ? ' !' : ''}${words.join()}`;
  },

  compile({ ports, ranges, inverted }) {
    const holds = (port: number) => ranges.some((range) => holdsPort(range, port));
    switch (ports) {
      case 'sports':
        return (packet) => holds(sourcePortOf(packet)) !== inverted;
      case 'dports':
        return (packet) => holds(destinationPortOf(packet)) !== inverted;
      case 'ports':
        return (packet) =>
          (holds(sourcePortOf(packet)) || holds(destinationPortOf(packet))) !== inverted;
    }
  },
};
