/** Which frames the list shows, and the numbers in its columns. */
import type { PageCapture } from '../../model/capture';

/** As many rows as are drawn at once. */
export const ROWS_MAX = 200;

const MICROSECONDS = 1_000_000;

/** Places in the capture of the frames of one interface, or of all. */
export function framesAt(capture: PageCapture, at: number | undefined): readonly number[] {
  return capture.frames.flatMap((frame, place) =>
    at === undefined || frame.at === at ? [place] : [],
  );
}

/** The first row of those that are drawn together with a row. */
export function windowOf(row: number): number {
  return row < 0 ? 0 : row - (row % ROWS_MAX);
}

/** Seconds since the capture's first frame, as Wireshark's list begins: `0.000120`. */
export function timeOf(capture: PageCapture, place: number): string {
  const since = (capture.frames[place]?.atUs ?? 0) - (capture.frames[0]?.atUs ?? 0);
  return (since / MICROSECONDS).toFixed(6);
}
