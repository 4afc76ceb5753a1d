/**
 * Which scenarios of a run come first: those that somebody waits for, since they wrote them a moment ago or saw them
 * fail. The others follow in Cucumber's order.
 */
import type { IFilterablePickle } from '@cucumber/cucumber/api';
import type { GherkinDocument } from '@cucumber/messages';

/** Lines of a feature, counted from 1, the last included. */
export interface LineSpan {
  /** As Cucumber names the feature. */
  readonly uri: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Scenarios of which a line, also of their tags and rows, is within one of the spans, before all others; in the
 * order of the spans.
 */
export function spansFirst<Planned extends Pick<IFilterablePickle, 'gherkinDocument' | 'pickle'>>(
  planned: readonly Planned[],
  spans: readonly LineSpan[],
): readonly Planned[] {
  const awaited = awaitedIn(spans);
  const rankOf = ({ gherkinDocument, pickle: { astNodeIds } }: Planned): number => {
    const ranks = awaited(gherkinDocument);
    return Math.min(...astNodeIds.map((id) => ranks.get(id) ?? spans.length));
  };
  const ranked = planned.map((one) => ({ one, rank: rankOf(one) }));
  return ranked.sort((left, right) => left.rank - right.rank).map(({ one }) => one);
}

/** The scenarios of a feature that somebody waits for, by their ids; each feature is looked through once. */
function awaitedIn(
  spans: readonly LineSpan[],
): (feature: GherkinDocument) => ReadonlyMap<string, number> {
  const known = new Map<GherkinDocument, ReadonlyMap<string, number>>();
  return (feature) => {
    const ranks = known.get(feature) ?? ranksIn(feature, spans);
    known.set(feature, ranks);
    return ranks;
  };
}

function ranksIn(feature: GherkinDocument, spans: readonly LineSpan[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [rank, span] of spans.entries()) {
    if (span.uri !== feature.uri) continue;
    for (const id of scenariosIn(feature, span))
      ranks.set(id, Math.min(rank, ranks.get(id) ?? rank));
  }
  return ranks;
}

/** A scenario goes from its tags to where the next one begins. */
function scenariosIn({ feature }: GherkinDocument, { from, to }: LineSpan): readonly string[] {
  const children = feature?.children ?? [];
  const scenarios = children
    .flatMap((child) => [child, ...(child.rule?.children ?? [])])
    .flatMap(({ scenario }) => scenario ?? [])
    .map(({ id, location, tags: [tag = { location }] }) => ({ id, start: tag.location.line }));
  return scenarios
    .filter(({ start }, at) => start <= to && from < (scenarios[at + 1]?.start ?? Infinity))
    .map(({ id }) => id);
}
