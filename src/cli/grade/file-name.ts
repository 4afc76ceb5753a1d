/**
 * What a student's files are called: his name may be anything that a folder may be called on his own system,
 * and must be a name on any.
 */
import { createHash } from 'node:crypto';

/** Disks take 255; there must be room for what follows the name. */
const BYTES_MAX = 200;
const DIGEST_LENGTH = 16;

/** Windows takes them for devices, whatever follows a dot. (Microsoft: Naming Files, Paths, and Namespaces.) */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Letters and digits of any language; what is anything else stands as its code point, so that no two meet.
 * Of a long name the end stands as a digest.
 */
export function fileName(student: string): string {
  const plain = student.replace(/[^\p{L}\p{N}_-]/gu, codeOf);
  const name = DEVICE.test(plain) ? plain.replace(/^./, codeOf) : plain;
  if (Buffer.byteLength(name) <= BYTES_MAX) return name;
  const digest = createHash('sha256').update(student).digest('hex').slice(0, DIGEST_LENGTH);
  return `${cut(name, BYTES_MAX - DIGEST_LENGTH - 2)}.${digest}.`;
}

/** `.3d.` */
function codeOf(character: string): string {
  return `.${character.codePointAt(0)?.toString(16)}.`;
}

function cut(text: string, bytesMax: number): string {
  let bytes = 0;
  const fitting = Array.from(text).filter((character) => {
    bytes += Buffer.byteLength(character);
    return bytes <= bytesMax;
  });
  return fitting.join('');
}
