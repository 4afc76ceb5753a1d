/**
 * The general case of a difference: a list of things of which each key has one. What is new or changed
 * is put there, what is no longer wanted is taken away at the end.
 */
import type { Op } from './op';

/** What one part of a state needs. */
export interface PartDiff {
  /** Ops that add and change. */
  readonly forward: readonly Op[];
  /** Ops that take away, for when everything has been added. */
  readonly backward: readonly Op[];
}

export const NO_DIFFERENCE: PartDiff = { forward: [], backward: [] };

export interface KeyedPart<Item> {
  key(item: Item): string | number;
  /** Asked only of different objects. */
  isSame(one: Item, other: Item): boolean;
  /** @param before what had the key until now */
  put(item: Item, before: Item | undefined): readonly Op[];
  remove(item: Item): readonly Op[];
}

export function diffKeyed<Item>(
  from: readonly Item[],
  to: readonly Item[],
  part: KeyedPart<Item>,
): PartDiff {
  if (from === to) return NO_DIFFERENCE;
  const left = new Map(from.map((item) => [part.key(item), item]));
  const forward: Op[] = [];
  for (const item of to) {
    const key = part.key(item);
    const before = left.get(key);
    left.delete(key);
    if (before === item) continue;
    if (before !== undefined && part.isSame(before, item)) continue;
    for (const op of part.put(item, before)) forward.push(op);
  }
  const backward = [...left.values()].reverse().flatMap((item) => part.remove(item));
  return { forward, backward };
}
