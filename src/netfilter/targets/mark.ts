/**
 * `-j MARK`: clears the bits of a mask and flips those of a value (iptables-extensions(8), "MARK";
 * Linux: net/netfilter/xt_mark.c). All its options are spellings of `--set-xmark`.
 */
import { parameterProblem } from '../command-error';
import { EVERY_BIT, type GivenOptions, hex } from '../options';
import type { TargetModule } from '../target';

export interface MarkTarget {
  readonly kind: 'mark';
  readonly value: number;
  /** The bits that are cleared first. */
  readonly mask: number;
}

export const mark: TargetModule<MarkTarget> = {
  names: ['MARK'],
  options: {
    '--set-xmark': 1,
    '--set-mark': 1,
    '--and-mark': 1,
    '--or-mark': 1,
    '--xor-mark': 1,
  },

  build(options) {
    const { value, mask } = bitsOf(options);
    return { kind: 'mark', value: value >>> 0, mask: mask >>> 0 };
  },

  render: ({ value, mask }) => `-j MARK --set-xmark ${hex(value)}/${hex(mask)}`,
  list: (target) => ({ column: 'MARK', text: `MARK ${describe(target)}` }),

  compile({ value, mask }) {
    const kept = ~mask;
    return {
      kind: 'run',
      run(packet) {
        packet.mark = ((packet.mark & kept) ^ value) >>> 0;
        return 'continue';
      },
    };
  },
};

function bitsOf(options: GivenOptions): { readonly value: number; readonly mask: number } {
  const setXmark = options.find('--set-xmark');
  if (setXmark !== undefined) return options.markOf(setXmark);
  const setMark = options.find('--set-mark');
  if (setMark !== undefined) {
    const { value, mask } = options.markOf(setMark);
    return { value, mask: mask | value };
  }
  const and = options.find('--and-mark');
  if (and !== undefined) return { value: 0, mask: ~options.numberOf(and, EVERY_BIT) };
  const or = options.find('--or-mark');
  if (or !== undefined) {
    const value = options.numberOf(or, EVERY_BIT);
    return { value, mask: value };
  }
  const xor = options.find('--xor-mark');
  if (xor !== undefined) return { value: options.numberOf(xor, EVERY_BIT), mask: 0 };
  throw parameterProblem(
    'MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required',
  );
}

function describe({ value, mask }: MarkTarget): string {
  if (value === 0) return `and ${hex(~mask)}`;
  if (value === mask) return `or ${hex(value)}`;
  if (mask === 0) return `xor ${hex(value)}`;
  return mask === EVERY_BIT ? `set ${hex(value)}` : `xset ${hex(value)}/${hex(mask)}`;
}
