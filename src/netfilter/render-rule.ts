/** A rule as `iptables-save` prints it, without `-A CHAIN`. */
import { inPrintedOrder, matchModule } from './matches/index';
import type { Rule } from './rule';
import { targetModule } from './targets/index';

/** @param counters `-c 1 84`, which stands before the target */
export function renderRule({ matches, target }: Rule, counters = ''): string {
  const words = inPrintedOrder(matches).map((match) => matchModule(match).render(match));
  if (counters !== '') words.push(counters);
  if (target !== undefined) words.push(targetModule(target).render(target));
  return words.join(' ');
}
