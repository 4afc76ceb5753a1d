/**
 * `-m limit --limit RATE --limit-burst N`: a bucket of tokens (iptables-extensions(8), "limit";
 * Linux: net/netfilter/xt_limit.c).
 */
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';

export interface LimitMatch {
  readonly kind: 'limit';
  readonly count: number;
  readonly per: 'sec' | 'min' | 'hour' | 'day';
  readonly burst: number;
}

const SECONDS = { sec: 1, min: 60, hour: 3600, day: 86_400 } as const;
const UNITS = ['sec', 'min', 'hour', 'day'] as const;
const WORDS = ['second', 'minute', 'hour', 'day'];

const DEFAULT_BURST = 5;
const DEFAULT_RATE = { count: 3, per: 'hour' } as const;
const BURST_MAX = 10_000;
const PER_SECOND_MAX = 10_000;

export const limit: MatchModule<LimitMatch> = {
  name: 'limit',
  options: { '--limit': 1, '--limit-burst': 1 },

  build(options) {
    const rate = options.find('--limit');
    const burst = options.find('--limit-burst');
    const { count, per } = rate ? parseRate(rate.values[0] ?? '') : DEFAULT_RATE;
    return {
      kind: 'limit',
      count,
      per,
      burst: burst ? options.numberOf(burst, BURST_MAX) : DEFAULT_BURST,
    };
  },

  render: ({ count, per, burst }) =>
    `-m limit --limit ${count}/${per}${burst === DEFAULT_BURST ? '' : ` --limit-burst ${burst}`}`,
  list: ({ count, per, burst }) => `limit: avg ${count}/${per} burst ${burst}`,

  compile(match) {
    const tokenUs = (SECONDS[match.per] * 1_000_000) / match.count;
    const capUs = tokenUs * match.burst;
    return (_, context) => {
      const { nowUs } = context.host;
      const memory = context.memoryOf(match, () => ({ creditUs: capUs, lastUs: nowUs }));
      memory.creditUs = Math.min(capUs, memory.creditUs + nowUs - memory.lastUs);
      memory.lastUs = nowUs;
      if (memory.creditUs < tokenUs) return false;
      memory.creditUs -= tokenUs;
      return true;
    };
  },
};

function parseRate(text: string): Pick<LimitMatch, 'count' | 'per'> {
  const [, countText = '', word = 'second'] = /^(\d+)(?:\/(\w+))?$/.exec(text) ?? [];
  const count = Number(countText);
  const per = UNITS[WORDS.findIndex((unit) => unit.startsWith(word.toLowerCase()))];
  if (countText === '' || per === undefined || count === 0) {
    throw parameterProblem(`bad rate "${text}"'`);
  }
  if (count / SECONDS[per] > PER_SECOND_MAX) throw parameterProblem(`Rate too fast "${text}"`);
  return { count, per };
}
