/**
 * A capture of a scenario as the page keeps it. The file may be anybody's: one that is no capture is
 * none.
 */
import { type Capture, CaptureFormatError } from '../../wire/capture/capture';
import { readCapture } from '../../wire/capture/read-capture';
import type { PageCapture, PageFrame } from '../model/capture';

/** @returns `undefined` where the bytes are no capture */
export function pageCaptureOf(file: Uint8Array): PageCapture | undefined {
  const capture = captureIn(file);
  if (capture === undefined) return undefined;
  const places = new Map(capture.interfaces.map(({ name }, at) => [name, at]));
  const contents = new Map<string, number>();
  const frames = capture.frames.map((frame): PageFrame => {
    const { bytes, atUs, direction = 'in', interfaceName } = frame;
    const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
    const content = contents.get(base64) ?? contents.size;
    contents.set(base64, content);
    return { at: places.get(interfaceName) ?? 0, atUs, direction, content };
  });
  const interfaces = capture.interfaces.map(({ name, linkType }) => ({ name, linkType }));
  return { interfaces, frames, contents: [...contents.keys()] };
}

function captureIn(file: Uint8Array): Capture | undefined {
  try {
    return readCapture(file, '');
  } catch (error) {
    if (error instanceof CaptureFormatError) return undefined;
    throw error;
  }
}
