/**
 * Which scenario of one run is which of another. Lines move when a feature is edited, names and
 * sentences are edited themselves; so those that agree in most are paired first.
 */
import type { PastScenario } from './past-scenario';

/** One of the two is there at least. */
export interface Pair {
  readonly before: PastScenario | undefined;
  readonly after: PastScenario | undefined;
}

/** What two scenarios must have in common, the strictest first: the rows of an outline share a name. */
const LIKENESSES: readonly ((scenario: PastScenario) => readonly string[])[] = [
  ({ uri, name, sentences }) => [uri, name, ...sentences],
  ({ uri, name }) => [uri, name],
  ({ uri, sentences }) => [uri, ...sentences],
];

/** In the order of the newer run; at the end what only the older one had. */
export function pairsOf(
  before: readonly PastScenario[],
  after: readonly PastScenario[],
): readonly Pair[] {
  const partners = new Map<PastScenario, PastScenario>();
  let left = before;
  for (const likeness of LIKENESSES) {
    const single = after.filter((scenario) => !partners.has(scenario));
    const found = pairsBy(likeness, left, single);
    for (const [newer, older] of found) partners.set(newer, older);
    const taken = new Set(found.values());
    left = left.filter((scenario) => !taken.has(scenario));
  }
  return [
    ...after.map((scenario) => ({ before: partners.get(scenario), after: scenario })),
    ...left.map((scenario) => ({ before: scenario, after: undefined })),
  ];
}

/** Where several are alike, the first goes with the first. */
function pairsBy(
  likeness: (scenario: PastScenario) => readonly string[],
  before: readonly PastScenario[],
  after: readonly PastScenario[],
): ReadonlyMap<PastScenario, PastScenario> {
  const waiting = new Map<string, PastScenario[]>();
  for (const scenario of before) {
    const key = JSON.stringify(likeness(scenario));
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, [scenario]);
    else queue.push(scenario);
  }
  const found = new Map<PastScenario, PastScenario>();
  for (const scenario of after) {
    const partner = waiting.get(JSON.stringify(likeness(scenario)))?.shift();
    if (partner !== undefined) found.set(scenario, partner);
  }
  return found;
}
