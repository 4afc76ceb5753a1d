/**
 * Names in ZIP archives (PKWARE's APPNOTE, 4.4.4 bit 11 and 4.6.9): UTF-8 where the archive says so, and
 * else whatever the writing system used, which in Korea is CP949.
 */
import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';

const IS_UTF8 = 0x800;
/** The extra field in which Info-ZIP repeats the name in UTF-8. */
const UNICODE_PATH = 0x7075;

export function nameOf(entry: Entry): string {
  const raw: unknown = entry.fileNameRaw ?? entry.fileName;
  const bytes = raw instanceof Uint8Array ? raw : Buffer.from(String(raw));
  if ((entry.generalPurposeBitFlag & IS_UTF8) !== 0) return decode(bytes, 'utf-8');
  return unicodePath(entry, bytes) ?? utf8(bytes) ?? decode(bytes, 'euc-kr');
}

function unicodePath({ extraFields }: Entry, name: Uint8Array): string | undefined {
  const field = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (field === undefined || field.length < 6 || field[0] !== 1) return undefined;
  return field.readUInt32LE(1) === crc32(name) ? decode(field.subarray(5), 'utf-8') : undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
