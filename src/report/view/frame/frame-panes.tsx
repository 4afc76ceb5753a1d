/** The frames of a scenario in Wireshark's three panes: list, protocol tree, bytes. */
import type { JSX } from 'preact';
import type { PageCapture } from '../../model/capture';

export interface FramePanesProps {
  readonly capture: PageCapture;
  /** A place in the capture, from 0. */
  readonly selected: number | undefined;
  onSelect(frame: number): void;
}

export function FramePanes({ capture }: FramePanesProps): JSX.Element {
  return <div class="frame-panes">{capture.frames.length}</div>;
}
