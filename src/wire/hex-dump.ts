/**
 * Bytes as text: `-x`, `-X` and `-A` of tcpdump (print-ascii.c of 4.99). Every line begins with a
 * line's end, for it continues a packet's line.
 */

const BYTES_PER_LINE = 16;
/** Eight groups of a blank and four digits. */
const HEX_WIDTH = 40;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** `-x`: sixteen bytes a line, behind their offset. */
export function hexDump(bytes: Uint8Array): string {
  return linesOfSixteen(bytes, (line) => hexGroups(line));
}

/** `-X`: the same, and beside it what the bytes are as ASCII. */
export function hexAndAsciiDump(bytes: Uint8Array): string {
  return linesOfSixteen(bytes, (line) => {
    const letters = Array.from(line, (byte) => (isGraphic(byte) ? String.fromCharCode(byte) : '.'));
    return `${hexGroups(line).padEnd(HEX_WIDTH)}  ${letters.join('')}`;
  });
}

/** `-A`: the bytes as ASCII, blanks and line ends as they are. */
export function asciiDump(bytes: Uint8Array): string {
  let text = '\n';
  bytes.forEach((byte, at) => {
    if (byte === CARRIAGE_RETURN) {
      const rest = bytes.length - at - 1;
      if (rest > 1 && bytes[at + 1] !== LINE_FEED) text += '.';
    } else {
      const isBlank = byte === 9 || byte === LINE_FEED || byte === 32;
      text += isBlank || isGraphic(byte) ? String.fromCharCode(byte) : '.';
    }
  });
  return text;
}

function linesOfSixteen(bytes: Uint8Array, describe: (line: Uint8Array) => string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_PER_LINE) {
    const offset = at.toString(16).padStart(4, '0');
    text += `\n\t0x${offset}: ${describe(bytes.subarray(at, at + BYTES_PER_LINE))}`;
  }
  return text;
}

function hexGroups(line: Uint8Array): string {
  let text = '';
  line.forEach((byte, at) => {
    text += (at % 2 === 0 ? ' ' : '') + byte.toString(16).padStart(2, '0');
  });
  return text;
}

function isGraphic(byte: number): boolean {
  return byte > 32 && byte < 127;
}
