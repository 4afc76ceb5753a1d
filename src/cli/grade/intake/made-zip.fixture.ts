/**
 * ZIP archives for tests (PKWARE's APPNOTE, sections 4.3.7, 4.3.12, 4.3.16): entries as they are told, also
 * with names and sizes that no archiver would write.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  /** Bytes, or a name in UTF-8 without the flag that says so. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Bit 0: locked; bit 11: the name is UTF-8. */
  readonly flags?: number;
  /** Unix mode: 0o120777 is a symbolic link. */
  readonly mode?: number;
  /** What the archive says that the content unpacks to, in bytes, where that is a lie. */
  readonly claimedSize?: number;
}

const DEFLATED = 8;
const MADE_BY_UNIX = 0x0314;

export function madeZip(entries: readonly MadeEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(content);
    const facts = factsOf(entry, name, content, packed);
    const local = Buffer.concat([word32(0x04034b50), word16(20), facts, word16(0), name, packed]);
    bodies.push(local);
    const attributes = ((entry.mode ?? 0o100644) << 16) >>> 0;
    directory.push(
      Buffer.concat([
        ...[word32(0x02014b50), word16(MADE_BY_UNIX), word16(20), facts, word16(0), word16(0)],
        ...[word16(0), word16(0), word32(attributes), word32(offset), name],
      ]),
    );
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = word16(entries.length);
  const end = [word32(0x06054b50), word16(0), word16(0), count, count];
  return Buffer.concat([...bodies, index, ...end, word32(index.length), word32(offset), word16(0)]);
}

function factsOf(
  { flags = 0, claimedSize }: MadeEntry,
  name: Buffer,
  content: Buffer,
  packed: Buffer,
): Buffer {
  return Buffer.concat([
    ...[word16(flags), word16(DEFLATED), word16(0), word16(0x21), word32(crc32(content))],
    ...[word32(packed.length), word32(claimedSize ?? content.length), word16(name.length)],
  ]);
}

function word16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
