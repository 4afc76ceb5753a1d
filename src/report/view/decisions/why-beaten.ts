/**
 * Why a route lost against another one, as far as the lines of `ip route` tell: the longest prefix wins,
 * then the lowest metric (fib_table_lookup and fib_select_default of the kernel).
 */
import { higherMetricWords, shorterPrefixWords } from '../../words/decisions-words';
import type { Wording } from '../../words/say';

const DESTINATION = /^(?:[a-z]+ )?(default|\d+\.\d+\.\d+\.\d+(?:\/(\d+))?)(?: |$)/;
const METRIC = / metric (\d+)/;

/** Nothing where the lines do not tell. */
export function whyBeaten(winner: string, loser: string): Wording | undefined {
  const won = prefixLengthOf(winner);
  const lost = prefixLengthOf(loser);
  if (won === undefined || lost === undefined || lost > won) return undefined;
  if (lost < won) return shorterPrefixWords(lost, won);
  const [wonBy, lostBy] = [metricOf(winner), metricOf(loser)];
  return lostBy > wonBy ? higherMetricWords(lostBy, wonBy) : undefined;
}

function prefixLengthOf(route: string): number | undefined {
  const [, destination, length] = DESTINATION.exec(route) ?? [];
  if (destination === undefined) return undefined;
  return destination === 'default' ? 0 : Number(length ?? 32);
}

function metricOf(route: string): number {
  return Number(METRIC.exec(route)?.[1] ?? 0);
}
