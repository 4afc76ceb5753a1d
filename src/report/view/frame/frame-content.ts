/** The bytes of a frame of a capture, and what they are. */
import type { PageCapture } from '../../model/capture';
import { bytesOfBase64 } from './base64';

export interface FrameContent {
  readonly bytes: Uint8Array;
  /** https://www.tcpdump.org/linktypes.html */
  readonly linkType: number;
}

/** No bytes where the capture has none at that place. */
export function contentOf(capture: PageCapture, place: number): FrameContent {
  const frame = capture.frames[place];
  const linkType = capture.interfaces[frame?.at ?? -1]?.linkType ?? -1;
  return { bytes: bytesOfBase64(capture.contents[frame?.content ?? -1] ?? ''), linkType };
}
