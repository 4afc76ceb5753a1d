/**
 * What a driver answers, as data only: steps of a trace make their words when somebody reads them, and until
 * then hold on to the engine.
 */
import type { Hop, NumberedRule, Step, Trace, TracedRule } from '../../trace/trace';
import type { Outcome } from '../stimulus';

export function plainOutcome(outcome: Outcome): Outcome {
  return { ...outcome, traces: outcome.traces.map(plainTrace) };
}

function plainTrace({ id, cause, sent, hops, fate }: Trace): Trace {
  return { id, cause, sent, hops: hops.map(plainHop), fate };
}

function plainHop({ host, atUs, steps }: Hop): Hop {
  return { host, atUs, steps: steps.map(plainStep) };
}

function plainStep(step: Step): Step {
  switch (step.kind) {
    case 'netfilter':
      return { ...step, matched: step.matched.map(plainRule) };
    case 'route': {
      const { kind, destination, route, beaten } = step;
      const plain = { kind, destination, route: plainText(route) };
      return beaten === undefined ? plain : { ...plain, beaten: beaten.map(plainText) };
    }
    default:
      return step;
  }
}

function plainRule({ table, chain, number, text, before }: TracedRule): TracedRule {
  const plain = { table, chain, number, text };
  return before === undefined ? plain : { ...plain, before: before.map(plainNumbered) };
}

function plainNumbered({ number, text }: NumberedRule): NumberedRule {
  return { number, text };
}

function plainText({ text }: { readonly text: string }): { readonly text: string } {
  return { text };
}
