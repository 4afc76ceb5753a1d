/**
 * The buttons that step through a walk, and where one is.
 */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Wording } from '../../../base/wording';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { ROLE_WORDS, stopWords, WALK_WORDS } from '../../words/walk-words';
import { spoken } from './spoken';
import type { Stop } from './stops';
import type { WalkAction } from './walk-state';

const STEP_MS = 900;
const NAME_MAX = 60;

interface PlayerProps {
  readonly stops: readonly Stop[];
  readonly at: number;
  readonly isPlaying: boolean;
  readonly onAction: (action: WalkAction) => void;
}

export function Player({ stops, at, isPlaying, onAction }: PlayerProps): JSX.Element {
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => onAction({ kind: 'tick' }), STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying, onAction]);
  const stop = stops[at];
  const isFirst = at === 0;
  const isLast = at >= stops.length - 1;
  const button = (kind: 'first' | 'back' | 'next' | 'last', sign: string, isOff: boolean) => (
    <Press sign={sign} words={WALK_WORDS[kind]} isOff={isOff} onPress={() => onAction({ kind })} />
  );
  return (
    <div class="walk-player">
      {button('first', '⇤', isFirst)}
      {button('back', '←', isFirst)}
      <Press
        sign={isPlaying ? '❚❚' : '▶'}
        words={isPlaying ? WALK_WORDS.pause : WALK_WORDS.play}
        isOff={false}
        onPress={() => onAction({ kind: isPlaying ? 'pause' : 'play' })}
      />
      {button('next', '→', isLast)}
      {button('last', '⇥', isLast)}
      {stops.some(({ isLoss }) => isLoss) && (
        <button type="button" onClick={() => onAction({ kind: 'loss' })}>
          <span aria-hidden="true">✖ </span>
          <Say words={WALK_WORDS.loss} />
        </button>
      )}
      <p class="walk-where" aria-live="polite">
        {stop !== undefined && (
          <Say
            words={stopWords(
              at + 1,
              stops.length,
              shown(spoken(stop.host), NAME_MAX),
              ROLE_WORDS[stop.role],
            )}
          />
        )}
      </p>
    </div>
  );
}

interface PressProps {
  readonly sign: string;
  readonly words: Wording;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function Press({ sign, words, isOff, onPress }: PressProps): JSX.Element {
  return (
    <button type="button" disabled={isOff} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
      <span class="hidden-words">
        <Say words={words} />
      </span>
    </button>
  );
}
