/**
 * `-m statistic`: every n-th packet, or some by chance (iptables-extensions(8), "statistic"; Linux:
 * net/netfilter/xt_statistic.c). kube-proxy spreads connections over a service's pods with it.
 */
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { negation } from '../options';

export type StatisticMatch =
  | {
      readonly kind: 'statistic';
      readonly mode: 'random';
      /** In units of 2⁻³¹, as the kernel keeps it. */
      readonly probability: number;
      readonly inverted: boolean;
    }
  | {
      readonly kind: 'statistic';
      readonly mode: 'nth';
      readonly every: number;
      /** The first packet that fits, from 0. */
      readonly packet: number;
      readonly inverted: boolean;
    };

const CERTAIN = 0x8000_0000;

export const statistic: MatchModule<StatisticMatch> = {
  name: 'statistic',
  options: { '--mode': 1, '--probability': 1, '--every': 1, '--packet': 1 },

  build(options) {
    const [mode = 'random'] = options.find('--mode')?.values ?? [];
    if (mode === 'random') {
      const option = options.find('--probability');
      if (option === undefined) {
        throw parameterProblem('--probability must be specified when using random mode');
      }
      const chance = Number(option.values[0]);
      if (!(chance >= 0 && chance <= 1)) {
        throw parameterProblem(
          'statistic: bad value for option "--probability", or out of range (0-1).\n',
        );
      }
      const probability = Math.round(chance * CERTAIN);
      return { kind: 'statistic', mode, probability, inverted: option.inverted };
    }
    if (mode !== 'nth') throw parameterProblem(`Bad mode "${mode}"`);
    const option = options.require('--every');
    const every = options.numberOf(option, 0xffffffff);
    const packetOption = options.find('--packet');
    const packet = packetOption ? options.numberOf(packetOption, 0xffffffff) : 0;
    if (every === 0) throw options.badInteger('--every');
    if (packet >= every) throw parameterProblem('the --packet p must be 0 <= p <= n-1');
    return { kind: 'statistic', mode, every, packet, inverted: option.inverted };
  },

  render: (match) =>
    match.mode === 'random'
      ? `-m statistic --mode random ${negation(match.inverted)}--probability ${chanceOf(match)}`
      : `-m statistic --mode nth ${negation(match.inverted)}--every ${match.every} --packet ${match.packet}`,

  list(match) {
    if (match.mode === 'random') {
      return `statistic mode random ${negation(match.inverted)}probability ${chanceOf(match)}`;
    }
    const packet = match.packet === 0 ? '' : ` packet ${match.packet}`;
    return `statistic mode nth ${negation(match.inverted)}every ${match.every}${packet}`;
  },

  compile(match) {
    if (match.mode === 'random') {
      const { probability, inverted } = match;
      return (_, { host }) => host.random.next() >>> 1 < probability !== inverted;
    }
    const { every, packet: first, inverted } = match;
    return (_, context) => {
      const memory = context.memoryOf(match, () => ({ count: every - 1 - first }));
      const isNth = memory.count === every - 1;
      memory.count = isNth ? 0 : memory.count + 1;
      return isNth !== inverted;
    };
  },
};

function chanceOf({ probability }: { readonly probability: number }): string {
  return (probability / CERTAIN).toFixed(11);
}
