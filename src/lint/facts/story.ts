/**
 * What a scenario does, step by step, told from its sentences: what was sent last, and whether the cluster
 * was changed since.
 */
import type { StepFit, WrittenArgument } from '../../../steps/support/read-step';
import type { Name } from '../../spec/names';
import type { Scope } from '../../spec/scope';
import { type Run, type Step, sentenceOf } from '../../spec/spec';
import { factsOf, type SentenceFacts, type SentKind } from './sentences';
import { hostIn } from './written-names';

/** Something that a step sends. */
export interface Sent {
  readonly kind: SentKind;
  readonly step: Step;
  readonly id: string;
  /** Who sends, as a sentence says it; `undefined` where that is not known. */
  readonly from: string | undefined;
  /** The address, or where that is not known the name. */
  readonly to: string | undefined;
}

export interface ToldStep {
  readonly step: Step;
  readonly fit: StepFit;
  readonly facts: SentenceFacts;
  /** What this step sends. */
  readonly sent: Sent | undefined;
  /** What was sent last when this step begins. */
  readonly last: Sent | undefined;
  /** Whether the cluster was changed since then. */
  readonly isChanged: boolean;
  /** Whether manifests were tried before. */
  readonly wasTried: boolean;
}

export interface Story {
  readonly steps: readonly ToldStep[];
  /** Whether all steps are known; else the story ends before the first that is not. */
  readonly isWhole: boolean;
}

export function storyOf(run: Run, scope: Scope): Story {
  const steps: ToldStep[] = [];
  let last: Sent | undefined;
  let isChanged = false;
  let wasTried = false;
  for (const step of run.steps) {
    const fit = sentenceOf(step);
    const facts = fit && factsOf(fit.entry.id);
    if (fit === undefined || facts === undefined) return { steps, isWhole: false };
    const sent = sentBy(step, fit, facts, scope);
    steps.push({ step, fit, facts, sent, last, isChanged, wasTried });
    wasTried ||= fit.entry.id === 'manifests.tried';
    if (facts.changes === true) isChanged = true;
    if (sent !== undefined) [last, isChanged] = [sent, false];
  }
  return { steps, isWhole: true };
}

function sentBy(
  step: Step,
  { entry, written }: StepFit,
  { sends }: SentenceFacts,
  scope: Scope,
): Sent | undefined {
  if (sends === undefined) return undefined;
  const at = (place: number | undefined) => (place === undefined ? undefined : written[place]);
  const [from, to] = [at(sends.from), at(sends.to)];
  return {
    kind: sends.kind,
    step,
    id: entry.id,
    from: from && hostIn(from),
    to: to && addressIn(to, scope),
  };
}

function addressIn(argument: WrittenArgument, scope: Scope): string {
  if (argument.kind === 'ip') return argument.text;
  const host = hostIn(argument);
  return addressOfHost(host, scope) ?? host;
}

export function addressOfHost(host: string, { names }: Scope): string | undefined {
  return names.find((name) => isHost(name) && name.text === host)?.address;
}

/** Whether it has an address and interfaces. */
export function isHost({ kind }: Name): boolean {
  return kind === 'pod' || kind === 'node' || kind === 'router' || kind === 'outside';
}
