/**
 * A capture as one pcapng section (draft-ietf-opsawg-pcapng), big-endian on every machine, so that the
 * same frames are the same bytes.
 */
import { invariant } from '../../base/invariant';
import { writeBytes } from '../codec';
import { type Capture, type CapturedBytes, type CaptureInterface, SNAP_LENGTH } from './capture';
import {
  BYTE_ORDER_MAGIC,
  ENHANCED_PACKET,
  flagsOf,
  INTERFACE_DESCRIPTION,
  MICROSECONDS,
  OPTION_EPB_FLAGS,
  OPTION_IF_NAME,
  OPTION_IF_TSRESOL,
  padded,
  SECTION_HEADER,
} from './pcapng';

/** The whole file. Every frame's interface must be one of the capture's. */
export function writePcapng(capture: Capture): Uint8Array {
  const indices = new Map(capture.interfaces.map(({ name }, index) => [name, index]));
  const blocks = [
    sectionHeader(),
    ...capture.interfaces.map(interfaceDescription),
    ...capture.frames.map((frame) => {
      const index = indices.get(frame.interfaceName);
      invariant(index !== undefined, `the capture lists interface ${frame.interfaceName}`);
      return enhancedPacket(frame, index);
    }),
  ];
  const file = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    file.set(block, at);
    at += block.length;
  }
  return file;
}

function sectionHeader(): Uint8Array {
  return block(SECTION_HEADER, 16, (view) => {
    view.setUint32(0, BYTE_ORDER_MAGIC);
    view.setUint16(4, 1);
    // Minus one: the section's length is not told.
    view.setBigInt64(8, -1n);
  });
}

function interfaceDescription({ name, linkType }: CaptureInterface): Uint8Array {
  const nameBytes = new TextEncoder().encode(name);
  const resolutionAt = 8 + 4 + padded(nameBytes.length);
  return block(INTERFACE_DESCRIPTION, resolutionAt + 8 + 4, (view) => {
    view.setUint16(0, linkType);
    view.setUint32(4, SNAP_LENGTH);
    writeOption(OPTION_IF_NAME, nameBytes, view, 8);
    writeOption(OPTION_IF_TSRESOL, Uint8Array.of(MICROSECONDS), view, resolutionAt);
  });
}

function enhancedPacket(frame: CapturedBytes, interfaceIndex: number): Uint8Array {
  const { bytes, atUs, direction } = frame;
  const flagsAt = 20 + padded(bytes.length);
  return block(ENHANCED_PACKET, flagsAt + (direction ? 8 + 4 : 0), (view) => {
    view.setUint32(0, interfaceIndex);
    view.setUint32(4, Math.floor(atUs / 0x1_0000_0000));
    view.setUint32(8, atUs % 0x1_0000_0000);
    view.setUint32(12, bytes.length);
    view.setUint32(16, bytes.length);
    writeBytes(bytes, view, 20);
    if (direction === undefined) return;
    writeOption(OPTION_EPB_FLAGS, Uint8Array.of(0, 0, 0, flagsOf(direction)), view, flagsAt);
  });
}

/** A block with `size` bytes of body, a multiple of 4; `fill` writes the body. */
function block(type: number, size: number, fill: (body: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type);
  view.setUint32(4, bytes.length);
  fill(new DataView(bytes.buffer, 8, size));
  view.setUint32(bytes.length - 4, bytes.length);
  return bytes;
}

function writeOption(code: number, value: Uint8Array, view: DataView, at: number): void {
  view.setUint16(at, code);
  view.setUint16(at + 2, value.length);
  writeBytes(value, view, at + 4);
}
