/** A rule as `iptables-save` prints it, without `-A CHAIN`. */
import { inPrintedOrder, matchModule } from './matches/index';
import type { Rule } from './rule';
import { targetModule } from './targets/index';

export function renderRule({ matches, target }: Rule): string {
  const words = inPrintedOrder(matches).map((match) => matchModule(match).render(match));
  if (target !== undefined) words.push(targetModule(target).render(target));
  return words.join(' ');
}
