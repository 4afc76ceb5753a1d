/**
 * Matchers about exchanges: answered, lost, and where and why a packet was dropped.
 */
import { UNOBSERVED } from '../../src/driver/driver';
import type { Outcome } from '../../src/driver/stimulus';
import type { FieldMiss } from '../../src/report/model/mismatch';
import { describeFate } from '../../src/trace/describe-fate';
import type { Fate } from '../../src/trace/trace';
import type { DropReason } from '../../src/wire/drop-reason';
import { fateOf, isAnswered, type Leg, tracesOf } from '../support/exchange';
import { NotEstablishedError } from '../support/not-established';
import { spoken } from '../support/references';
import { addCheck, type Complaint } from './check';
import { changesBefore, nameOf, storyOf, whereLost, withTraces } from './lost';

/** Where a packet is said to have been dropped. */
export interface DropWanted {
  readonly leg: Leg;
  readonly host: string;
  readonly reason?: DropReason;
  /** A part of the sentence that says why. */
  readonly because?: string;
}

declare global {
  namespace Chai {
    interface Assertion {
      /** An outcome of which everything that was sent was answered. */
      answered(): void;
      /** An outcome of which nothing was answered, and of which everything that was sent ended somewhere. */
      lost(): void;
      /** An outcome whose packets of one leg were all dropped there, for that. */
      dropped(wanted: DropWanted): void;
    }
  }
}

export const deliveryMatchers: Chai.ChaiPlugin = (chai, utils) => {
  addCheck(chai, utils, 'answered', checkAnswered);
  addCheck(chai, utils, 'lost', checkLost);
  addCheck(chai, utils, 'dropped', checkDropped);
};

function checkAnswered(outcome: Outcome): Complaint | undefined {
  if (isAnswered(outcome)) return undefined;
  const message = [
    `expected ${nameOf(outcome)} to be answered, but ${countOf(outcome)}`,
    ...whereLost(outcome).map((line) => `  ${line}`),
    ...errorsOf(outcome).map((line) => `  ${line}`),
    ...changesBefore(outcome).map((line) => `  ${line}`),
  ].join('\n');
  const [lost] = [...whereLost(outcome), ...errorsOf(outcome)];
  return {
    message: withTraces(message, storyOf(outcome)),
    mismatch: {
      subject: nameOf(outcome),
      expected: 'answered',
      actual: countOf(outcome),
      ...(lost === undefined ? {} : { cause: lost }),
    },
  };
}

function checkLost(outcome: Outcome): Complaint | undefined {
  const answers = answersOf(outcome);
  if (answers > 0) {
    const message = [
      `expected ${nameOf(outcome)} to fail, but ${countOf(outcome)}`,
      ...changesBefore(outcome).map((line) => `  ${line}`),
    ].join('\n');
    return {
      message: withTraces(message, storyOf(outcome)),
      mismatch: { subject: nameOf(outcome), expected: 'not answered', actual: countOf(outcome) },
    };
  }
  if (whereLost(outcome).length === 0 && errorsOf(outcome).length === 0) {
    throw new NotEstablishedError(
      `${nameOf(outcome)} was never seen to leave its host, so that it failed proves nothing`,
    );
  }
  return undefined;
}

function checkDropped(outcome: Outcome, wanted: DropWanted): Complaint | undefined {
  const traces = tracesOf(outcome, wanted.leg);
  const said = `expected the ${wanted.leg} of ${nameOf(outcome)} to be ${sayWanted(wanted)}`;
  const subject = `the ${wanted.leg} of ${nameOf(outcome)}`;
  const expected = sayWanted(wanted);
  if (traces.length === 0) {
    const actual = `there was no ${wanted.leg}`;
    return {
      message: withTraces(`${said}, but ${actual}`, storyOf(outcome)),
      mismatch: { subject, expected, actual },
    };
  }
  const stray = traces.find((trace) => differencesOf(outcome, trace, wanted).length > 0);
  if (stray === undefined) return undefined;
  const message = [
    `${said}, but it was ${describeFate(fateOf(outcome, stray))}`,
    `  differs in ${differencesOf(outcome, stray, wanted).join('; ')}`,
  ].join('\n');
  const fate = fateOf(outcome, stray);
  return {
    message: withTraces(message, [stray]),
    mismatch: {
      subject,
      expected,
      actual: describeFate(fate),
      nearest: { what: 'where it ended', fields: fieldsOf(fate, wanted) },
    },
  };
}

/** The end of a packet beside the one that was demanded. */
function fieldsOf(fate: Fate | undefined, wanted: DropWanted): readonly FieldMiss[] {
  const end = fate?.kind === 'dropped' ? fate : undefined;
  const field = (
    name: string,
    expected: string | undefined,
    actual = '',
    isSame = expected === actual,
  ) => (expected === undefined ? [] : [{ name, expected, actual, isSame }]);
  const because = end?.because ?? '';
  return [
    ...field('fate', 'dropped', fate?.kind ?? 'under way'),
    ...field('host', spoken(wanted.host), end && spoken(end.host)),
    ...field('reason', wanted.reason, end?.reason),
    ...field('because', wanted.because, because, because.includes(wanted.because ?? '')),
  ];
}

/** In what the end of a packet is not as wanted; nothing where it is. */
function differencesOf(
  outcome: Outcome,
  trace: Outcome['traces'][number],
  wanted: DropWanted,
): string[] {
  const fate = fateOf(outcome, trace);
  if (fate?.kind !== 'dropped') return ['fate: expected dropped'];
  mustBeKnown(fate, wanted);
  const differences: string[] = [];
  if (fate.host !== wanted.host) {
    differences.push(`host: expected ${spoken(wanted.host)}, got ${spoken(fate.host)}`);
  }
  if (wanted.reason !== undefined && fate.reason !== wanted.reason) {
    differences.push(`reason: expected ${wanted.reason}, got ${fate.reason}`);
  }
  if (wanted.because !== undefined && !fate.because.includes(wanted.because)) {
    differences.push(`because: expected "${wanted.because}" in "${fate.because}"`);
  }
  return differences;
}

/** A driver that cannot know why a packet was lost is no witness against the one who says it. */
function mustBeKnown(fate: Extract<Fate, { kind: 'dropped' }>, wanted: DropWanted): void {
  const isAskedWhy = wanted.reason !== undefined || wanted.because !== undefined;
  if (!isAskedWhy || fate.because !== UNOBSERVED) return;
  throw new NotEstablishedError(
    `the ${wanted.leg} was lost on ${spoken(fate.host)}, and ${UNOBSERVED}`,
  );
}

function sayWanted({ host, reason, because }: DropWanted): string {
  const forWhat = reason === undefined ? '' : ` for ${reason}`;
  return `dropped on ${spoken(host)}${forWhat}${because === undefined ? '' : ` because ${because}`}`;
}

function answersOf(outcome: Outcome): number {
  if (outcome.kind === 'ping') return outcome.received;
  return isAnswered(outcome) ? 1 : 0;
}

function countOf(outcome: Outcome): string {
  if (outcome.kind !== 'ping') return isAnswered(outcome) ? 'it was answered' : 'it was not';
  return `${outcome.received} of ${outcome.sent} requests were answered`;
}

function errorsOf(outcome: Outcome): readonly string[] {
  if (outcome.kind === 'connect') return outcome.error === undefined ? [] : [outcome.error];
  if (outcome.kind !== 'ping') return [];
  return outcome.errors.map(({ sequence, text }) => `icmp_seq=${sequence} ${text}`);
}
