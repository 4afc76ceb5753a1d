/** Sixteen bytes of a frame: their offset, each in hexadecimal, and as ASCII. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

export const BYTES_PER_LINE = 16;
const MIDDLE = BYTES_PER_LINE / 2;

/** Places of bytes from the start of the frame, the end excluded; empty where both are the same. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

interface ByteLineProps {
  readonly bytes: Uint8Array;
  /** Of its first byte. */
  readonly offset: number;
  /** Those of this line that belong to the field that is lit. */
  readonly lit: ByteRange;
  /** The byte of this line that Tab stops at, or that is pointed at; -1 is in no line. */
  readonly stop: number;
  readonly pointed: number;
}

/** Drawn anew only when something in it changed: a frame has many lines, a pointer moves often. */
export function ByteLine({ bytes, offset, lit, stop, pointed }: ByteLineProps): JSX.Element {
  return useMemo(() => {
    const places = Array.from(
      { length: Math.min(BYTES_PER_LINE, bytes.length - offset) },
      (_, index) => offset + index,
    );
    const classOf = (at: number): string | undefined => {
      const isLit = at >= lit.from && at < lit.to;
      const classes = [isLit ? 'frame-lit' : '', at === pointed ? 'frame-pointed' : ''];
      return classes.filter((name) => name !== '').join(' ') || undefined;
    };
    const gaps = BYTES_PER_LINE - places.length;
    return (
      <tr>
        <th scope="row">{hexOf(offset, 4)}</th>
        {places.map((at) => (
          <td
            key={at}
            class={
              [classOf(at), at - offset === MIDDLE && 'frame-middle'].filter(Boolean).join(' ') ||
              undefined
            }
            data-at={at}
            tabIndex={at === stop ? 0 : -1}
          >
            {hexOf(bytes[at] ?? 0, 2)}
          </td>
        ))}
        {gaps > 0 && <td colSpan={gaps} />}
        <td class="frame-ascii" aria-hidden="true">
          {places.map((at) => (
            <span key={at} class={classOf(at)} data-at={at}>
              {letterOf(bytes[at] ?? 0)}
            </span>
          ))}
        </td>
      </tr>
    );
  }, [bytes, offset, lit.from, lit.to, stop, pointed]);
}

function hexOf(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** What is no graphic character of ASCII is a dot, but for the blank. */
function letterOf(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}
