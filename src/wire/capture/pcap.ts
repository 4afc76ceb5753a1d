/**
 * The classic capture file (draft-ietf-opsawg-pcap): one link type, no names, no directions; the one
 * that every tool reads. Written with microseconds in this machine-independent order: big-endian.
 */
import { readBytes, viewOf, writeBytes } from '../codec';
import { type Capture, type CapturedBytes, CaptureFormatError, SNAP_LENGTH } from './capture';

const FILE_HEADER_SIZE = 24;
const RECORD_HEADER_SIZE = 16;
const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;
/** The lower 28 bits; the rest says how long a frame check sequence is. */
const LINKTYPE_MASK = 0x0fffffff;

/** A frame to write; `wireLength` where `bytes` are only its beginning. */
export interface PcapFrame {
  readonly atUs: number;
  readonly bytes: Uint8Array;
  readonly wireLength?: number;
}

/** One interface's frames as a file; their order is kept. */
export function writePcap(
  linkType: number,
  frames: readonly PcapFrame[],
  snapLength: number = SNAP_LENGTH,
): Uint8Array {
  const size = frames.reduce(
    (sum, { bytes }) => sum + RECORD_HEADER_SIZE + bytes.length,
    FILE_HEADER_SIZE,
  );
  const file = new Uint8Array(size);
  const view = viewOf(file);
  view.setUint32(0, MICROSECONDS);
  view.setUint16(4, 2);
  view.setUint16(6, 4);
  view.setUint32(16, snapLength);
  view.setUint32(20, linkType);
  let at = FILE_HEADER_SIZE;
  for (const { atUs, bytes, wireLength } of frames) {
    view.setUint32(at, Math.floor(atUs / 1_000_000));
    view.setUint32(at + 4, atUs % 1_000_000);
    view.setUint32(at + 8, bytes.length);
    view.setUint32(at + 12, wireLength ?? bytes.length);
    writeBytes(bytes, view, at + RECORD_HEADER_SIZE);
    at += RECORD_HEADER_SIZE + bytes.length;
  }
  return file;
}

export function isPcap(file: Uint8Array): boolean {
  return file.length >= FILE_HEADER_SIZE && byteOrderOf(viewOf(file)) !== undefined;
}

/**
 * Reads a file in either byte order; `interfaceName` is what its one interface shall be called.
 * A last record that was cut short, as a killed tcpdump leaves it, is passed over.
 */
export function readPcap(file: Uint8Array, interfaceName: string): Capture {
  const view = viewOf(file);
  const order = file.length < FILE_HEADER_SIZE ? undefined : byteOrderOf(view);
  if (order === undefined) throw new CaptureFormatError('not a pcap file');
  const { isLittle, unitsPerUs } = order;
  const linkType = view.getUint32(20, isLittle) & LINKTYPE_MASK;
  const snapLength = view.getUint32(16, isLittle);
  const frames: CapturedBytes[] = [];
  let at = FILE_HEADER_SIZE;
  while (at + RECORD_HEADER_SIZE <= file.length) {
    const length = view.getUint32(at + 8, isLittle);
    const start = at + RECORD_HEADER_SIZE;
    if (start + length > file.length) break;
    const wireLength = view.getUint32(at + 12, isLittle);
    const seconds = view.getUint32(at, isLittle);
    const fraction = Math.floor(view.getUint32(at + 4, isLittle) / unitsPerUs);
    frames.push({
      interfaceName,
      atUs: seconds * 1_000_000 + fraction,
      direction: undefined,
      bytes: readBytes(view, start, start + length),
      ...(wireLength === length ? {} : { wireLength }),
    });
    at = start + length;
  }
  const seenBy = { name: interfaceName, linkType };
  const isWhole = snapLength === SNAP_LENGTH || snapLength === 0;
  return { interfaces: [isWhole ? seenBy : { ...seenBy, snapLength }], frames };
}

function byteOrderOf(view: DataView) {
  for (const isLittle of [false, true]) {
    const magic = view.getUint32(0, isLittle);
    if (magic === MICROSECONDS) return { isLittle, unitsPerUs: 1 };
    if (magic === NANOSECONDS) return { isLittle, unitsPerUs: 1000 };
  }
  return undefined;
}
