/** What is to be run next, and what it puts in the place of what was known. */
import type { IsGone } from '../../report/page/watched-page';
import { withoutLines } from '../run/feature-paths';
import type { LineSpan } from '../run/scenario-order';

export interface Plan {
  /** Why, in words for the terminal; none where nobody needs to be told. */
  readonly title: string | undefined;
  /** Features, folders of features, or `file:line` as Cucumber takes them. */
  readonly paths: readonly string[];
  /** What somebody waits for most. */
  readonly first: readonly LineSpan[];
  readonly isGone: IsGone;
  /** `whole`: all that was given. `part`: only some scenarios of each feature. */
  readonly extent: 'whole' | 'features' | 'part';
}

/** @param first places of scenarios: `features/nat.feature:12` */
export function wholePlan(
  given: readonly string[],
  first: readonly string[] = [],
  title?: string,
): Plan {
  const spans = first.map(spanOf);
  return { title, paths: given, first: spans, isGone: () => true, extent: 'whole' };
}

/** The line of a scenario. @param place `features/nat.feature:12` */
export function spanOf(place: string): LineSpan {
  const colon = place.lastIndexOf(':');
  const line = Number(place.slice(colon + 1));
  return { uri: place.slice(0, colon), from: line, to: line };
}

export function featuresPlan(
  features: readonly string[],
  first: readonly LineSpan[],
  title: string,
): Plan {
  const names = new Set(features);
  return {
    title,
    paths: features,
    first,
    isGone: (path) => names.has(path),
    extent: 'features',
  };
}

/** @param places of scenarios: `features/nat.feature:12` */
export function scenariosPlan(places: readonly string[], title: string): Plan {
  const names = new Set(places);
  return {
    title,
    paths: places,
    first: [],
    isGone: (path, line) => names.has(`${path}:${line}`),
    extent: 'part',
  };
}

/** The same for those features only that can be read; `undefined` where none is left. */
export function planWithout(
  plan: Plan,
  unreadable: ReadonlySet<string>,
  features: readonly string[],
): Plan | undefined {
  const isReadable = (path: string): boolean => !unreadable.has(withoutLines(path));
  const paths = (plan.extent === 'part' ? plan.paths : features).filter(isReadable);
  return paths.length === 0 ? undefined : { ...plan, paths };
}
