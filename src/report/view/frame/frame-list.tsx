/** The frames of a capture as rows, as in Wireshark's packet list; not more at once than a page draws well. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PageCapture } from '../../model/capture';
import { FRAME_WORDS, rowsWords } from '../../words/frame-words';
import { Say, type Wording } from '../../words/say';
import { FrameRow } from './frame-row';
import { ROWS_MAX, windowOf } from './frame-rows';
import { moveTo, type Strides } from './place-keys';
import { useRovingFocus } from './roving-focus';

const STRIDES: Strides = { line: 1, page: 10 };

const COLUMNS: readonly Wording[] = [
  FRAME_WORDS.number,
  FRAME_WORDS.time,
  FRAME_WORDS.source,
  FRAME_WORDS.destination,
  FRAME_WORDS.protocol,
  FRAME_WORDS.length,
  FRAME_WORDS.info,
  FRAME_WORDS.interface,
];

interface FrameListProps {
  readonly capture: PageCapture;
  /** Places in the capture, in its order. */
  readonly places: readonly number[];
  readonly selected: number | undefined;
  onSelect(place: number): void;
}

export function FrameList({ capture, places, selected, onSelect }: FrameListProps): JSX.Element {
  const row = selected === undefined ? -1 : places.indexOf(selected);
  const [turned, setTurned] = useState({ places, row, first: windowOf(row) });
  const isTurned = turned.places === places && turned.row === row;
  const first = isTurned ? turned.first : windowOf(row);
  const drawn = useMemo(() => places.slice(first, first + ROWS_MAX), [places, first]);
  const pane = useRovingFocus<HTMLDivElement>(selected);
  const stop = drawn.includes(places[row] ?? -1) ? row : first;
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = moveTo(stop, places.length, STRIDES, event.key);
    const place = places[event.key === 'Enter' || event.key === ' ' ? stop : (to ?? -1)];
    if (place === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSelect(place);
  };
  return (
    <div class="frame-list" ref={pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA practices' own data grid is a table */}
      <table role="grid" aria-rowcount={places.length + 1}>
        <caption class="hidden-words">
          <Say words={FRAME_WORDS.list} />
        </caption>
        <Columns />
        <tbody onKeyDown={onKeyDown}>
          {drawn.map((place, at) => (
            <FrameRow
              key={place}
              capture={capture}
              place={place}
              row={first + at}
              isSelected={place === selected}
              isStop={first + at === stop}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
      {places.length > ROWS_MAX && (
        <Turner
          first={first}
          count={places.length}
          onTurn={(to) => setTurned({ places, row, first: to })}
        />
      )}
    </div>
  );
}

function Columns(): JSX.Element {
  return (
    <thead>
      <tr>
        {COLUMNS.map((words, at) => (
          <th key={at} scope="col">
            <Say words={words} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface TurnerProps {
  readonly first: number;
  readonly count: number;
  onTurn(first: number): void;
}

/** Which rows are drawn, and the way to those before and after. */
function Turner({ first, count, onTurn }: TurnerProps): JSX.Element {
  const after = first + ROWS_MAX;
  return (
    <p class="frame-turner">
      <button type="button" disabled={first === 0} onClick={() => onTurn(first - ROWS_MAX)}>
        ‹ <Say words={FRAME_WORDS.earlier} />
      </button>
      <span>
        <Say words={rowsWords(first + 1, Math.min(after, count), count)} />
      </span>
      <button type="button" disabled={after >= count} onClick={() => onTurn(after)}>
        <Say words={FRAME_WORDS.later} /> ›
      </button>
    </p>
  );
}
