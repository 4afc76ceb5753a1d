/**
 * A sentence about "the ping" comes after a ping, and after the last change. The runtime demands the same
 * (steps/support/world.ts).
 */
import type { SentKind } from '../facts/sentences';
import { storyOf, type ToldStep } from '../facts/story';
import type { Rule } from '../rule';

export const nothingJudged: Rule = {
  id: 'nothing-judged',
  says: 'A sentence about what was sent comes after it was sent, and after the last change of the cluster.',
  help: 'Send something before it, such as "When pod1 pings pod2"; after a change, send it again.',
  severity: 'error',
  find: ({ spec, scopeOf }) =>
    spec.runs.flatMap((run) =>
      storyOf(run, scopeOf(run)).steps.flatMap((told) => {
        const message = whyNothing(told);
        return message === undefined ? [] : [{ place: told.step.written.place, message }];
      }),
    ),
};

function whyNothing({ facts, last, isChanged, wasTried }: ToldStep): string | undefined {
  const { judges } = facts;
  if (judges === undefined) return undefined;
  if (judges === 'refusal') {
    return wasTried ? undefined : 'no manifests were tried; add "When these manifests are tried:"';
  }
  if (last === undefined)
    return 'nothing was sent; add "When pod1 pings pod2" or the like before it';
  if (isChanged) {
    return 'the cluster was changed after the last packet was sent; send another before it';
  }
  if (judges === 'any' || last.kind === 'many' || last.kind === judges) return undefined;
  return `this is about ${WORDS[judges]}, and what was sent last is ${WORDS[last.kind]}`;
}

const WORDS: Readonly<Record<Exclude<SentKind, 'many'>, string>> = {
  ping: 'a ping',
  connect: 'a connection',
  traceroute: 'a traceroute',
  arping: 'an ARP request',
  inject: 'a hand-made packet',
  command: 'what was typed',
};
