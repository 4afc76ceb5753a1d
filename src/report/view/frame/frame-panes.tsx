/**
 * The frames of a scenario in Wireshark's three panes: the list of those of an interface, the fields of
 * the one that is selected, and its bytes.
 */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PageCapture } from '../../model/capture';
import { FRAME_WORDS } from '../../words/frame-words';
import { Say, type Wording } from '../../words/say';
import { FrameDetail } from './frame-detail';
import { FrameList } from './frame-list';
import { framesAt } from './frame-rows';
import { InterfaceChoice } from './interface-choice';

export interface FramePanesProps {
  readonly capture: PageCapture;
  /** A place in the capture, from 0. */
  readonly selected: number | undefined;
  onSelect(frame: number): void;
}

export function FramePanes({ capture, selected, onSelect }: FramePanesProps): JSX.Element {
  const frame = selected === undefined ? undefined : capture.frames[selected];
  const [chosen, setChosen] = useState(frame?.at);
  // A frame that was selected elsewhere is in the list, whichever interface was chosen.
  const listed = chosen === undefined ? undefined : (frame?.at ?? chosen);
  const places = useMemo(() => framesAt(capture, listed), [capture, listed]);
  const choose = (at: number | undefined): void => {
    setChosen(at);
    const [first] = framesAt(capture, at);
    if (at !== undefined && at !== frame?.at && first !== undefined) onSelect(first);
  };
  if (capture.frames.length === 0) return <Hint words={FRAME_WORDS.none} />;
  return (
    <div class="frame-panes">
      <InterfaceChoice capture={capture} chosen={listed} onChoose={choose} />
      <FrameList capture={capture} places={places} selected={selected} onSelect={onSelect} />
      {selected === undefined || frame === undefined ? (
        <Hint words={FRAME_WORDS.choose} />
      ) : (
        <FrameDetail capture={capture} place={selected} />
      )}
    </div>
  );
}

function Hint({ words }: { readonly words: Wording }): JSX.Element {
  return (
    <p class="frame-hint">
      <Say words={words} />
    </p>
  );
}
