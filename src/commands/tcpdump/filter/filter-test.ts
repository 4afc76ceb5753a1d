/**
 * The questions that a filter's program asks, as values: so that one that nothing can answer with yes
 * is found before it is asked, as libpcap's optimizer finds it (optimize.c of 1.10).
 */
import { unreachable } from '../../../base/invariant';
import type { FilterPacket } from './filter-packet';

export type Test =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** So many bytes at this place are this number, as far as the mask goes. */
  | {
      readonly kind: 'equals';
      readonly at: number;
      readonly size: number;
      readonly value: number;
      readonly mask: number;
    }
  /** Any other question; those with the same words have the same answer. */
  | {
      readonly kind: 'holds';
      readonly words: string;
      readonly holds: (packet: FilterPacket) => boolean;
    }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'and' | 'or'; readonly left: Test; readonly right: Test };

/** A question, ready to be asked. */
export type Predicate = (packet: FilterPacket) => boolean;

export const NEVER: Test = { kind: 'constant', value: false };
export const ALWAYS: Test = { kind: 'constant', value: true };

const ALL_BITS = 0xffffffff;

export function equals(at: number, size: number, value: number, mask: number = ALL_BITS): Test {
  return { kind: 'equals', at, size, value, mask };
}

/** @param words what is asked, in any words that are no other question's */
export function holds(words: string, question: Predicate): Test {
  return { kind: 'holds', words, holds: question };
}

export function both(left: Test, right: Test): Test {
  return { kind: 'and', left, right };
}

export function either(left: Test, right: Test): Test {
  return { kind: 'or', left, right };
}

export function predicateOf(test: Test): Predicate {
  switch (test.kind) {
    case 'constant':
      return () => test.value;
    case 'equals': {
      const { at, size, value, mask } = test;
      if (mask === ALL_BITS) return (packet) => packet.load(at, size) === value;
      return (packet) => (packet.load(at, size) & mask) >>> 0 === value;
    }
    case 'holds':
      return test.holds;
    case 'not': {
      const of = predicateOf(test.of);
      return (packet) => !of(packet);
    }
    case 'and': {
      const [left, right] = [predicateOf(test.left), predicateOf(test.right)];
      return (packet) => left(packet) && right(packet);
    }
    case 'or': {
      const [left, right] = [predicateOf(test.left), predicateOf(test.right)];
      return (packet) => left(packet) || right(packet);
    }
    default:
      return unreachable(test);
  }
}

/** More ways through a program than this are not looked at; it is taken to be of use. */
const WAYS_MAX = 20_000;

/** Whether every packet is refused: `tcp and udp`, or `arp` where there is no link layer. */
export function rejectsAll(test: Test): boolean {
  return !new WayFinder().leadsTo(true, test, NO_FACTS, () => true);
}

/** What is known on a way: numbers of fields, and numbers that they do not have. */
interface Facts {
  readonly field: string;
  readonly value: number;
  readonly isEqual: boolean;
  readonly before: Facts | undefined;
}

const NO_FACTS = undefined;

class WayFinder {
  #ways = 0;

  /** Whether the test can come to this outcome, and what follows then too. */
  leadsTo(
    outcome: boolean,
    test: Test,
    facts: Facts | undefined,
    follows: (facts: Facts | undefined) => boolean,
  ): boolean {
    this.#ways += 1;
    if (this.#ways > WAYS_MAX) return true;
    switch (test.kind) {
      case 'constant':
        return test.value === outcome && follows(facts);
      case 'holds':
        return decided(test.words, 1, outcome, facts, follows);
      case 'equals': {
        const field = `${test.at}:${test.size}:${test.mask}`;
        return decided(field, test.value, outcome, facts, follows);
      }
      case 'not':
        return this.leadsTo(!outcome, test.of, facts, follows);
      case 'and':
        return this.#joined(outcome, true, test.left, test.right, facts, follows);
      case 'or':
        return this.#joined(outcome, false, test.left, test.right, facts, follows);
      default:
        return unreachable(test);
    }
  }

  /** The second is asked where the first comes to `goesOn`; else the first decides. */
  #joined(
    outcome: boolean,
    goesOn: boolean,
    left: Test,
    right: Test,
    facts: Facts | undefined,
    follows: (facts: Facts | undefined) => boolean,
  ): boolean {
    if (outcome !== goesOn && this.leadsTo(!goesOn, left, facts, follows)) return true;
    return this.leadsTo(goesOn, left, facts, (known) => {
      return this.leadsTo(outcome, right, known, follows);
    });
  }
}

/** Goes on where the field can have that number, or can have another, and then that is known. */
function decided(
  field: string,
  value: number,
  outcome: boolean,
  facts: Facts | undefined,
  follows: (facts: Facts | undefined) => boolean,
): boolean {
  const known = answerOf(field, value, facts);
  if (known !== undefined) return known === outcome && follows(facts);
  return follows({ field, value, isEqual: outcome, before: facts });
}

function answerOf(field: string, value: number, facts: Facts | undefined): boolean | undefined {
  for (let fact = facts; fact !== undefined; fact = fact.before) {
    if (fact.field !== field) continue;
    if (fact.isEqual) return fact.value === value;
    if (fact.value === value) return false;
  }
  return undefined;
}
