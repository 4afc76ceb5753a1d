/**
 * How values become bytes and bytes become values. One codec, one file, one RFC; `encode.ts` and
 * `decode.ts` put them together to frames.
 */
import type { DropReason } from './drop-reason';

/** Bytes that are no packet, and why a Linux host drops them. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly reason: DropReason;
}

/** How one kind of header is laid out in bytes. */
export interface Codec<Header> {
  /** Bytes that the header takes, options included. */
  size(header: Header): number;
  /** Writes every byte of the header at `at`; the caller made room for `size(header)` bytes. */
  write(header: Header, view: DataView, at: number): void;
  /** Reads the header at `at`, of which nothing reaches beyond `end`. */
  read(view: DataView, at: number, end: number): Header | Malformed;
}

export function malformed(reason: DropReason): Malformed {
  return { kind: 'malformed', reason };
}

/** Whether reading failed; headers have a `kind` of their own or none. */
export function isMalformed(read: object): read is Malformed {
  return 'kind' in read && read.kind === 'malformed';
}

/** A view of these bytes, wherever they stand in their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A copy of the bytes from `at` up to `end`: values never share a buffer that someone may write. */
export function readBytes(view: DataView, at: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, end - at).slice();
}

export function writeBytes(bytes: Uint8Array, view: DataView, at: number): void {
  new Uint8Array(view.buffer, view.byteOffset + at, bytes.length).set(bytes);
}
