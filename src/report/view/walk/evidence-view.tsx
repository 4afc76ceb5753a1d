/**
 * All that a scenario left: what was violated, its walks one at a time, and the frames of its capture.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScenarioEvidence } from '../../model/evidence';
import type { Walk } from '../../model/walk';
import { shown } from '../../words/shown';
import { FramePanes } from '../frame/frame-panes';
import { MismatchView } from '../mismatch/mismatch-view';
import { useUniqueId } from '../unique-id';
import { beginWalk } from './walk-state';
import { WalkView } from './walk-view';

interface EvidenceViewProps {
  readonly evidence: Omit<ScenarioEvidence, 'files'>;
}

const TITLE_MAX = 60;

export function EvidenceView({ evidence }: EvidenceViewProps): JSX.Element {
  const { topology, walks, mismatches, capture } = evidence;
  const [at, open] = useState(() => firstOf(walks, mismatches[0]?.walk));
  const walk = walks[at];
  const [frame, select] = useState(() => mismatches[0]?.nearest?.frame ?? frameOf(walk));
  const show = (place: number) => {
    open(place);
    select(frameOf(walks[place]));
  };
  return (
    <>
      {mismatches.map((mismatch, number) => (
        <MismatchView key={number} mismatch={mismatch} />
      ))}
      {walks.length > 1 && <Tabs walks={walks} at={at} onOpen={show} />}
      {walk !== undefined && (
        <WalkView key={walk.number} walk={walk} topology={topology} onFrame={select} />
      )}
      {capture !== undefined && <FramePanes capture={capture} selected={frame} onSelect={select} />}
    </>
  );
}

/** The walk that was judged, or else the first that something was lost in. */
function firstOf(walks: readonly Walk[], judged: number | undefined): number {
  const named = walks.findIndex(({ number }) => number === judged);
  const lost = walks.findIndex(({ isAnswered }) => !isAnswered);
  return Math.max(named >= 0 ? named : lost, 0);
}

function frameOf(walk: Walk | undefined): number | undefined {
  return walk === undefined ? undefined : beginWalk(walk).frame;
}

interface TabsProps {
  readonly walks: readonly Walk[];
  readonly at: number;
  readonly onOpen: (place: number) => void;
}

function Tabs({ walks, at, onOpen }: TabsProps): JSX.Element {
  const id = useUniqueId();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = at + step;
    if (step === 0 || walks[next] === undefined) return;
    event.preventDefault();
    onOpen(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div class="walk-tabs" role="tablist" onKeyDown={onKeyDown}>
      {walks.map((walk, place) => (
        <button
          key={walk.number}
          id={`${id}-${place}`}
          type="button"
          role="tab"
          aria-selected={place === at}
          tabIndex={place === at ? 0 : -1}
          onClick={() => onOpen(place)}
        >
          <span aria-hidden="true">{walk.isAnswered ? '✔ ' : '✖ '}</span>
          {`${walk.number}. ${shown(walk.title, TITLE_MAX)}`}
        </button>
      ))}
    </div>
  );
}
