/** traceroute, and the answers of each hop as it prints them. */
import { formatIpv4 } from '../../addr/ipv4';
import { type TracerouteHop, traceroute } from '../../kernel/programs/traceroute';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { errorText } from './error-text';

export function runTraceroute(world: World, action: ActionOf<'traceroute'>): JsonObject {
  const run = traceroute(world.netns(action.from), {
    to: world.resolve(action.to),
    method: action.method,
    maxHops: action.maxHops,
    probes: action.probes,
    waitMs: action.wait * 1000,
    size: action.size,
  });
  const stderr = run.refusal === undefined ? '' : `connect: ${errorText(run.refusal)}`;
  return {
    exit: run.refusal === undefined ? 0 : 1,
    hops: run.hops.map((hop) => ({ ttl: hop.ttl, answers: answersOf(hop) })),
    stderr,
  };
}

/** An address is printed where it is another than the one before it. */
function answersOf({ answers }: TracerouteHop): string[] {
  const words: string[] = [];
  let last: string | undefined;
  for (const answer of answers) {
    if (answer === undefined) {
      words.push('*');
      continue;
    }
    const from = formatIpv4(answer.from);
    if (from !== last) words.push(from);
    if (answer.mark !== undefined) words.push(answer.mark);
    last = from;
  }
  return words;
}
