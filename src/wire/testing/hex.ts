/**
 * Bytes as a capture's text shows them, for tests.
 */

/** Reads `0a 0b0c`; blanks are for the eye. */
export function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.replaceAll(/\s/g, '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
}

export function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
