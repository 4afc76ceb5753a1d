/** The bytes of a frame in lines of sixteen, as an ARIA grid: arrow keys go from byte to byte. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { allBytesWords, FRAME_WORDS } from '../../words/frame-words';
import { Say } from '../../words/say';
import { BYTES_PER_LINE, ByteLine, type ByteRange } from './byte-line';
import { moveTo, type Strides } from './place-keys';
import { useRovingFocus } from './roving-focus';

/** As many bytes as are drawn before somebody asks for all: more than an MTU of Ethernet. */
const BYTES_MAX = 2_048;
const STRIDES: Strides = { step: 1, line: BYTES_PER_LINE, page: 8 * BYTES_PER_LINE };

interface BytePaneProps {
  readonly bytes: Uint8Array;
  /** The bytes of the field that is lit. */
  readonly lit: ByteRange;
  /** Where Tab stops. */
  readonly stop: number;
  /** The byte that is pointed at, or none. */
  readonly pointed: number | undefined;
  onHover(at: number | undefined): void;
  onFocus(at: number): void;
  /** Somebody wants to see the field of a byte. */
  onReveal(at: number): void;
}

export function BytePane(props: BytePaneProps): JSX.Element {
  const { bytes, stop } = props;
  const [whole, setWhole] = useState<Uint8Array>();
  const count = whole === bytes ? bytes.length : Math.min(bytes.length, BYTES_MAX);
  const pane = useRovingFocus<HTMLDivElement>(stop);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = placeOf(event);
    if (at === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') props.onReveal(at);
    const to = moveTo(at, count, STRIDES, event.key);
    if (to === undefined) return;
    event.preventDefault();
    props.onFocus(to);
  };
  const tell = (then: (at: number) => void) => (event: Event) => {
    const at = placeOf(event);
    if (at !== undefined) then(at);
  };
  return (
    <div class="frame-bytes" ref={pane}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA practices' own data grid is a table
        role="grid"
        onKeyDown={onKeyDown}
        onClick={tell(props.onReveal)}
        onPointerOver={(event) => props.onHover(placeOf(event))}
        onPointerLeave={() => props.onHover(undefined)}
        onFocusIn={tell(props.onFocus)}
      >
        <caption class="hidden-words">
          <Say words={FRAME_WORDS.bytes} />
        </caption>
        <ByteLines
          bytes={bytes}
          lit={props.lit}
          stop={stop}
          pointed={props.pointed}
          count={count}
        />
      </table>
      {count < bytes.length && (
        <button type="button" class="frame-more" onClick={() => setWhole(bytes)}>
          <Say words={allBytesWords(bytes.length)} />
        </button>
      )}
    </div>
  );
}

interface ByteLinesProps extends Pick<BytePaneProps, 'bytes' | 'lit' | 'stop' | 'pointed'> {
  /** Of the bytes that are drawn. */
  readonly count: number;
}

function ByteLines({ bytes, lit, stop, pointed = -1, count }: ByteLinesProps): JSX.Element {
  return (
    <tbody>
      {linesOf(count).map((offset) => (
        <ByteLine
          key={offset}
          bytes={bytes}
          offset={offset}
          lit={within(lit, offset)}
          stop={inLine(stop, offset)}
          pointed={inLine(pointed, offset)}
        />
      ))}
    </tbody>
  );
}

function linesOf(count: number): readonly number[] {
  return Array.from(
    { length: Math.ceil(count / BYTES_PER_LINE) },
    (_, line) => line * BYTES_PER_LINE,
  );
}

/** The byte that an event is about. */
function placeOf({ target }: Event): number | undefined {
  const at = target instanceof Element ? target.getAttribute('data-at') : null;
  return at === null ? undefined : Number(at);
}

/** The part of a range that lies in a line: the same for all lines that have nothing of it. */
function within({ from, to }: ByteRange, offset: number): ByteRange {
  const begin = Math.max(from, offset);
  const end = Math.min(to, offset + BYTES_PER_LINE);
  return begin < end ? { from: begin, to: end } : { from: -1, to: -1 };
}

function inLine(at: number, offset: number): number {
  return at >= offset && at < offset + BYTES_PER_LINE ? at : -1;
}
