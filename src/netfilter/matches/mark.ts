/**
 * `-m mark [!] --mark value[/mask]` (iptables-extensions(8), "mark"; Linux: net/netfilter/xt_mark.c).
 *
 * Felix keeps its verdict so far in mark bits, so most of its rules carry this match.
 */
import type { MatchModule } from '../match';
import { formatMark, negation } from '../options';

export interface MarkMatch {
  readonly kind: 'mark';
  readonly value: number;
  /** `EVERY_BIT` where none was written. */
  readonly mask: number;
  readonly inverted: boolean;
}

export const mark: MatchModule<MarkMatch> = {
  name: 'mark',
  options: { '--mark': 1 },

  build(options) {
    const option = options.require('--mark');
    const { value, mask } = options.markOf(option);
    return { kind: 'mark', value, mask, inverted: option.inverted };
  },

  render: ({ value, mask, inverted }) =>
    `-m mark ${negation(inverted)}--mark ${formatMark(value, mask)}`,
  list: ({ value, mask, inverted }) => `mark match ${negation(inverted)}${formatMark(value, mask)}`,

  compile({ value, mask, inverted }) {
    const bits = value | 0;
    return inverted
      ? (packet) => (packet.mark & mask) !== bits
      : (packet) => (packet.mark & mask) === bits;
  },
};
