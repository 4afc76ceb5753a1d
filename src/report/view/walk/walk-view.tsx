/**
 * What became of one stimulus: the lab with the packet's way, what the host did where the reader is,
 * and the ladder; stepped through by buttons or arrow keys.
 */
import type { JSX } from 'preact';
import { useReducer } from 'preact/hooks';
import type { Topology } from '../../model/topology';
import type { Walk } from '../../model/walk';
import { Say } from '../../words/say';
import { WALK_WORDS } from '../../words/walk-words';
import { DecisionsView } from '../decisions/decisions-view';
import { useUniqueId } from '../unique-id';
import { Ladder } from './ladder-view';
import { Legend } from './legend';
import { Player } from './player';
import { stopsOf } from './stops';
import { TopologyView } from './topology-view';
import { WalkHead } from './walk-head';
import { beginWalk, messageAt, stepWalk, type WalkAction, type WalkState } from './walk-state';

interface WalkViewProps {
  readonly walk: Walk;
  readonly topology: Topology | undefined;
  /** Is told which frame belongs to what the reader looks at. */
  readonly onFrame: (frame: number | undefined) => void;
}

const KEYS: Readonly<Record<string, WalkAction>> = {
  ArrowRight: { kind: 'next' },
  ArrowLeft: { kind: 'back' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
};

export function WalkView({ walk, topology, onFrame }: WalkViewProps): JSX.Element {
  const id = useUniqueId();
  const [state, setState] = useReducer(
    (before: WalkState, action: WalkAction) => stepWalk(walk, before, action),
    walk,
    beginWalk,
  );
  const act = (action: WalkAction) => {
    setState(action);
    onFrame(stepWalk(walk, state, action).frame);
  };
  const stop = stopsOf(walk)[state.at];
  return (
    <section class="walk" aria-labelledby={id}>
      <WalkHead walk={walk} id={id} />
      {stop === undefined ? (
        <p>
          <Say words={WALK_WORDS.empty} />
        </p>
      ) : (
        <div class="walk-parts">
          <Stage {...{ walk, topology, state, act, id: `${id}-player` }} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div class="walk-hop" tabIndex={0}>
            <DecisionsView walk={walk} packet={stop.packet} hop={stop.hop} />
          </div>
        </div>
      )}
      {walk.messages.length > 0 && (
        <Ladder
          walk={walk}
          selected={messageAt(walk, stop)}
          onSelect={(message) => act({ kind: 'message', message })}
        />
      )}
    </section>
  );
}

interface StageProps extends Pick<WalkViewProps, 'walk' | 'topology'> {
  readonly state: WalkState;
  readonly act: (action: WalkAction) => void;
  readonly id: string;
}

/** The lab and the buttons: what arrow keys step through. */
function Stage({ walk, topology, state, act, id }: StageProps): JSX.Element {
  const stops = stopsOf(walk);
  const onKeyDown = (event: KeyboardEvent) => {
    const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
    if (action === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act(action);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-labelledby={id} onKeyDown={onKeyDown}>
      <p id={id} class="hidden-words">
        <Say words={WALK_WORDS.player} />
      </p>
      {topology !== undefined && (
        <TopologyView topology={topology} walk={walk} stop={stops[state.at]} />
      )}
      <Legend />
      <Player stops={stops} at={state.at} isPlaying={state.isPlaying} onAction={act} />
    </div>
  );
}
