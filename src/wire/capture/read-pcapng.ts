/**
 * Reads pcapng (draft-ietf-opsawg-pcapng) as tcpdump, dumpcap and this program write it: any byte
 * order, several sections, several interfaces. Blocks of other kinds are passed over.
 */
import { readBytes, viewOf } from '../codec';
import {
  type Capture,
  type CaptureDirection,
  type CapturedBytes,
  CaptureFormatError,
  type CaptureInterface,
} from './capture';
import {
  BYTE_ORDER_MAGIC,
  directionOf,
  ENHANCED_PACKET,
  INTERFACE_DESCRIPTION,
  MICROSECONDS,
  OPTION_END,
  OPTION_EPB_FLAGS,
  OPTION_IF_NAME,
  OPTION_IF_TSRESOL,
  padded,
  SECTION_HEADER,
  SIMPLE_PACKET,
} from './pcapng';

interface SectionInterface extends CaptureInterface {
  readonly unitsPerUs: number;
}

/** One block's body. */
interface Block {
  readonly view: DataView;
  readonly at: number;
  readonly end: number;
  readonly isLittle: boolean;
}

export function isPcapng(file: Uint8Array): boolean {
  return file.length >= 12 && viewOf(file).getUint32(0) === SECTION_HEADER;
}

/** All sections as one capture. A last block that was cut short is passed over. */
export function readPcapng(file: Uint8Array): Capture {
  if (!isPcapng(file)) throw new CaptureFormatError('not a pcapng file');
  const view = viewOf(file);
  const interfaces: SectionInterface[] = [];
  const frames: CapturedBytes[] = [];
  let sectionStart = 0;
  let isLittle = false;
  let at = 0;
  while (at + 12 <= file.length) {
    if (view.getUint32(at) === SECTION_HEADER) {
      isLittle = byteOrderOf(view, at + 8);
      sectionStart = interfaces.length;
    }
    const type = view.getUint32(at, isLittle);
    const length = view.getUint32(at + 4, isLittle);
    if (length < 12 || length % 4 !== 0) {
      throw new CaptureFormatError(`the block at byte ${at} claims a length of ${length}`);
    }
    if (at + length > file.length) break;
    const block = { view, at: at + 8, end: at + length - 4, isLittle };
    if (type === INTERFACE_DESCRIPTION) interfaces.push(readInterface(block, interfaces.length));
    else if (type === ENHANCED_PACKET) frames.push(readEnhanced(block, interfaces, sectionStart));
    else if (type === SIMPLE_PACKET)
      throw new CaptureFormatError('its packets have no time stamps');
    at += length;
  }
  return { interfaces: interfaces.map(({ name, linkType }) => ({ name, linkType })), frames };
}

function byteOrderOf(view: DataView, at: number): boolean {
  if (view.getUint32(at) === BYTE_ORDER_MAGIC) return false;
  if (view.getUint32(at, true) === BYTE_ORDER_MAGIC) return true;
  throw new CaptureFormatError(`the section at byte ${at - 8} has no byte order`);
}

function readInterface(block: Block, index: number): SectionInterface {
  const { view, at, isLittle } = block;
  requireRoom(block, 8);
  const options = readOptions(block, at + 8);
  const name = options.get(OPTION_IF_NAME);
  const resolution = options.get(OPTION_IF_TSRESOL)?.at(0) ?? MICROSECONDS;
  return {
    name: name === undefined ? `interface ${index}` : new TextDecoder().decode(name),
    linkType: view.getUint16(at, isLittle),
    unitsPerUs: unitsPerSecond(resolution) / 1_000_000,
  };
}

/** The highest bit says that the rest is a power of two, not of ten. */
function unitsPerSecond(resolution: number): number {
  return resolution < 0x80 ? 10 ** resolution : 2 ** (resolution & 0x7f);
}

function readEnhanced(
  block: Block,
  interfaces: readonly SectionInterface[],
  sectionStart: number,
): CapturedBytes {
  const { view, at, end, isLittle } = block;
  requireRoom(block, 20);
  const index = view.getUint32(at, isLittle);
  const seenBy = interfaces[sectionStart + index];
  if (seenBy === undefined) throw new CaptureFormatError(`no interface ${index} is described`);
  const length = view.getUint32(at + 12, isLittle);
  const wireLength = view.getUint32(at + 16, isLittle);
  if (at + 20 + length > end) throw new CaptureFormatError(`the frame at byte ${at} has no end`);
  const units = view.getUint32(at + 4, isLittle) * 0x1_0000_0000 + view.getUint32(at + 8, isLittle);
  const flags = readOptions(block, at + 20 + padded(length)).get(OPTION_EPB_FLAGS);
  return {
    interfaceName: seenBy.name,
    atUs: Math.floor(units / seenBy.unitsPerUs),
    direction: flags?.length === 4 ? readDirection(flags, isLittle) : undefined,
    bytes: readBytes(view, at + 20, at + 20 + length),
    ...(wireLength === length ? {} : { wireLength }),
  };
}

function readDirection(flags: Uint8Array, isLittle: boolean): CaptureDirection | undefined {
  return directionOf(viewOf(flags).getUint32(0, isLittle));
}

function readOptions({ view, end, isLittle }: Block, from: number): Map<number, Uint8Array> {
  const options = new Map<number, Uint8Array>();
  let at = from;
  while (at + 4 <= end) {
    const code = view.getUint16(at, isLittle);
    const length = view.getUint16(at + 2, isLittle);
    if (code === OPTION_END || at + 4 + length > end) break;
    options.set(code, readBytes(view, at + 4, at + 4 + length));
    at += 4 + padded(length);
  }
  return options;
}

function requireRoom({ at, end }: Block, size: number): void {
  if (at + size > end) throw new CaptureFormatError(`the block at byte ${at - 8} is too short`);
}
