/**
 * Which of many sets have most in common, without comparing each with each: only sets that share an element
 * meet, and sets that are equal are one.
 */

export interface LikeSets {
  /** Their places in the list. */
  readonly one: number;
  readonly other: number;
  readonly shared: number;
  /** Jaccard: the share of the elements of either that both have. */
  readonly similarity: number;
}

/** In the order of their places. */
export function likeSets(
  sets: readonly ReadonlySet<number>[],
  similarityMin: number,
): readonly LikeSets[] {
  const groups = groupsOfEqual(sets);
  const equal = groups.flatMap(({ set, places }) =>
    pairsWithin(places).map(([one, other]) => ({ one, other, shared: set.size, similarity: 1 })),
  );
  const alike = likeGroups(groups, similarityMin).flatMap(({ one, other, ...how }) =>
    one.places.flatMap((first) =>
      other.places.map((second) => ({
        one: Math.min(first, second),
        other: Math.max(first, second),
        ...how,
      })),
    ),
  );
  return [...equal, ...alike].sort((one, two) => one.one - two.one || one.other - two.other);
}

interface Group {
  readonly set: ReadonlySet<number>;
  readonly places: readonly number[];
}

function groupsOfEqual(sets: readonly ReadonlySet<number>[]): readonly Group[] {
  const groups = new Map<string, { set: ReadonlySet<number>; places: number[] }>();
  sets.forEach((set, place) => {
    const key = [...set].sort((one, other) => one - other).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { set, places: [place] });
    else group.places.push(place);
  });
  return [...groups.values()].filter(({ set }) => set.size > 0);
}

function pairsWithin(places: readonly number[]): readonly (readonly [number, number])[] {
  return places.flatMap((one, at) => places.slice(at + 1).map((other) => [one, other] as const));
}

interface LikeGroups {
  readonly one: Group;
  readonly other: Group;
  readonly shared: number;
  readonly similarity: number;
}

function likeGroups(groups: readonly Group[], similarityMin: number): readonly LikeGroups[] {
  const holders = new Map<number, number[]>();
  const alike: LikeGroups[] = [];
  groups.forEach((other, at) => {
    const shared = new Map<number, number>();
    for (const element of other.set) {
      const before = holders.get(element) ?? [];
      for (const holder of before) shared.set(holder, (shared.get(holder) ?? 0) + 1);
      before.push(at);
      holders.set(element, before);
    }
    for (const [holder, count] of shared) {
      const one = groups[holder];
      if (one === undefined) continue;
      const similarity = count / (one.set.size + other.set.size - count);
      if (similarity >= similarityMin) alike.push({ one, other, shared: count, similarity });
    }
  });
  return alike;
}
