/** The capture of a page as a capture file holds it. */
import type { Capture } from '../../wire/capture/capture';
import type { PageCapture } from '../model/capture';
import { bytesOfBase64 } from '../view/frame/base64';

export function captureIn({ interfaces, frames, contents }: PageCapture): Capture {
  const bytes = contents.map(bytesOfBase64);
  return {
    interfaces,
    frames: frames.map(({ at, atUs, direction, content }) => ({
      interfaceName: interfaces[at]?.name ?? '',
      atUs,
      direction,
      bytes: bytes[content] ?? new Uint8Array(),
    })),
  };
}
