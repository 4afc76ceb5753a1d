/**
 * Where a reader is in a walk, and what takes him elsewhere: a pure reducer.
 */
import type { Walk, WalkStep } from '../../model/walk';
import { firstStop, lossAmong, type Stop, stopsOf } from './stops';

export interface WalkState {
  /** A place in `stopsOf(walk)`. */
  readonly at: number;
  /** The frame that the panes show; a place in the capture. */
  readonly frame: number | undefined;
  readonly isPlaying: boolean;
}

export type WalkAction =
  | { readonly kind: 'first' | 'back' | 'next' | 'last' | 'loss' | 'play' | 'pause' | 'tick' }
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'message'; readonly message: number }
  | { readonly kind: 'frame'; readonly frame: number };

export function beginWalk(walk: Walk): WalkState {
  const stops = stopsOf(walk);
  const at = firstStop(stops);
  return { at, frame: frameAt(walk, stops[at]), isPlaying: false };
}

export function stepWalk(walk: Walk, state: WalkState, action: WalkAction): WalkState {
  const stops = stopsOf(walk);
  const end = Math.max(stops.length - 1, 0);
  const goTo = (to: number, isPlaying = false): WalkState => {
    const at = Math.min(Math.max(to, 0), end);
    return { at, frame: frameAt(walk, stops[at]), isPlaying };
  };
  switch (action.kind) {
    case 'first':
      return goTo(0);
    case 'back':
      return goTo(state.at - 1);
    case 'next':
      return goTo(state.at + 1);
    case 'last':
      return goTo(end);
    case 'loss':
      return goTo(Math.max(lossAmong(stops), 0));
    case 'go':
      return goTo(action.to);
    case 'play':
      return goTo(state.at >= end ? 0 : state.at, true);
    case 'pause':
      return { ...state, isPlaying: false };
    case 'tick':
      return state.isPlaying ? goTo(state.at + 1, state.at + 1 < end) : state;
    case 'message':
      return atMessage(walk, stops, state, action.message);
    case 'frame':
      return { ...state, frame: action.frame, isPlaying: false };
  }
}

/** A message is selected with its frame, at the host that sent it. */
function atMessage(
  walk: Walk,
  stops: readonly Stop[],
  state: WalkState,
  number: number,
): WalkState {
  const message = walk.messages[number];
  if (message === undefined) return state;
  const { packet, from, to } = message;
  const frame = from.frame ?? to.find((end) => end.frame !== undefined)?.frame;
  const same = stops.flatMap((stop, at) =>
    stop.packet === packet && stop.host === from.host ? [at] : [],
  );
  const at = same.findLast((place) => (stops[place]?.atUs ?? 0) <= message.atUs) ?? same[0];
  return { at: at ?? state.at, frame, isPlaying: false };
}

/** What the host sent on, or else what it got. */
function frameAt(walk: Walk, stop: Stop | undefined): number | undefined {
  const packet = walk.packets.find(({ id }) => id === stop?.packet);
  const frames = (packet?.hops[stop?.hop ?? 0]?.steps ?? []).flatMap(frameOf);
  return frames.at(-1);
}

function frameOf(step: WalkStep): readonly number[] {
  const isCrossing = step.kind === 'receive' || step.kind === 'transmit';
  return isCrossing && step.frame !== undefined ? [step.frame] : [];
}

/** The message that the current stop sent, or got. */
export function messageAt(walk: Walk, stop: Stop | undefined): number | undefined {
  if (stop === undefined) return undefined;
  const own = walk.messages.findIndex(
    ({ packet, from, atUs }) =>
      packet === stop.packet && from.host === stop.host && atUs >= stop.atUs,
  );
  if (own >= 0) return own;
  const got = walk.messages.findLastIndex(
    ({ packet, to }) => packet === stop.packet && to.some(({ host }) => host === stop.host),
  );
  return got < 0 ? undefined : got;
}
