/**
 * Bytes that should be ASCII, as Wireshark writes them.
 */

const LETTERS = ['a', 'b', 't', 'n', 'v', 'f', 'r'];
const FIRST_LETTERED = 7;
const REPLACEMENT = '\ufffd';

/** @param isValue a filter's value has no letters for control characters */
export function readable(octets: Uint8Array, isValue = false): string {
  const end = octets.indexOf(0);
  const text = end < 0 ? octets : octets.subarray(0, end);
  return Array.from(text, (octet) => character(octet, isValue)).join('');
}

function character(octet: number, isValue: boolean): string {
  if (octet >= 0x80) return REPLACEMENT;
  if (octet >= 0x20 && octet < 0x7f) return String.fromCharCode(octet);
  const letter = LETTERS[octet - FIRST_LETTERED];
  if (isValue) return `\\x${octet.toString(16)}`;
  return letter === undefined ? `\\${octet.toString(8).padStart(3, '0')}` : `\\${letter}`;
}
