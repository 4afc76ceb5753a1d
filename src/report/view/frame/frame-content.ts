/** The bytes of a frame of a capture, and what they are. */
import type { PageCapture } from '../../model/capture';
import { bytesOfBase64 } from './base64';

export interface FrameContent {
  readonly bytes: Uint8Array;
  /** https://www.tcpdump.org/linktypes.html */
  readonly linkType: number;
  /** When it was seen; a ping's own time is believed if it is near. */
  readonly atUs: number | undefined;
}

/** No bytes where the capture has none at that place. */
export function contentOf(capture: PageCapture, place: number): FrameContent {
  const frame = capture.frames[place];
  const linkType = capture.interfaces[frame?.at ?? -1]?.linkType ?? -1;
  const bytes = bytesOfBase64(capture.contents[frame?.content ?? -1] ?? '');
  return { bytes, linkType, atUs: frame?.atUs };
}
