/** The interface whose frames are listed. */
import type { JSX } from 'preact';
import type { PageCapture } from '../../model/capture';
import { FRAME_WORDS } from '../../words/frame-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

const NAME_MAX = 100;

interface InterfaceChoiceProps {
  readonly capture: PageCapture;
  /** A place among the capture's interfaces; absent for all. */
  readonly chosen: number | undefined;
  onChoose(at: number | undefined): void;
}

export function InterfaceChoice({ capture, chosen, onChoose }: InterfaceChoiceProps): JSX.Element {
  const { interfaces, frames } = capture;
  const counts = new Map<number, number>();
  for (const { at } of frames) counts.set(at, (counts.get(at) ?? 0) + 1);
  // An option holds text only, so that of all speaks both languages at once.
  const { en, ko } = FRAME_WORDS.allInterfaces;
  return (
    <label class="frame-choice">
      <Say words={FRAME_WORDS.interface} />{' '}
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChoose(value === '' ? undefined : Number(value))
        }
      >
        <option value="">{`${en} · ${ko} (${frames.length})`}</option>
        {interfaces.map(({ name }, at) => (
          <option key={at} value={at}>{`${shown(name, NAME_MAX)} (${counts.get(at) ?? 0})`}</option>
        ))}
      </select>
    </label>
  );
}
