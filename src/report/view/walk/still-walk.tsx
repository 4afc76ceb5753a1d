/**
 * The walk of what did not hold, as it stands in a page before, or without, anything live: the lab with
 * the way, and the ladder.
 */
import type { JSX } from 'preact';
import type { ScenarioEvidence } from '../../model/evidence';
import { IdPrefix } from '../unique-id';
import { Ladder } from './ladder-view';
import { Legend } from './legend';
import { lossAmong, stopsOf } from './stops';
import { TopologyView } from './topology-view';
import { WalkHead } from './walk-head';

interface StillWalkProps {
  readonly evidence: Pick<ScenarioEvidence, 'topology' | 'walks' | 'mismatches'>;
  /** Of the scenario, for ids. */
  readonly id: string;
}

export function StillWalk({ evidence, id }: StillWalkProps): JSX.Element | null {
  const { topology, walks, mismatches } = evidence;
  const judged = mismatches[0]?.walk;
  const walk = walks.find(({ number }) => number === judged) ?? walks.at(-1);
  if (walk === undefined) return null;
  const stops = stopsOf(walk);
  return (
    <IdPrefix.Provider value={`still-${id}`}>
      <WalkHead walk={walk} id={`still-${id}-title`} />
      {topology !== undefined && (
        <TopologyView topology={topology} walk={walk} stop={stops[lossAmong(stops)]} />
      )}
      <Legend />
      {walk.messages.length > 0 && <Ladder walk={walk} selected={undefined} />}
    </IdPrefix.Provider>
  );
}
