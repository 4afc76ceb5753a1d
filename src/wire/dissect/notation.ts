/**
 * How Wireshark writes numbers, bits and bytes.
 */

/** `0x001c`, with so many digits. */
export function hex(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}

/** `.... 0101`: the bits of a field that is so many bits wide, those outside of the mask as dots. */
export function bitPattern(value: number, mask: number, width: number): string {
  let text = '';
  for (let bit = width - 1; bit >= 0; bit -= 1) {
    if ((mask >>> bit) & 1) text += (value >>> bit) & 1;
    else text += '.';
    if (bit % 4 === 0 && bit > 0) text += ' ';
  }
  return text;
}

/** `00:01:02`. */
export function colonHex(octets: Uint8Array): string {
  return Array.from(octets, twoDigits).join(':');
}

/** Of long data a tree shows this many bytes. */
const SHOWN_BYTES = 36;

/** `000102…`. */
export function plainHex(octets: Uint8Array): string {
  const shown = Array.from(octets.subarray(0, SHOWN_BYTES), twoDigits).join('');
  return octets.length > SHOWN_BYTES ? `${shown}…` : shown;
}

function twoDigits(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}

/** `name (7)`, or `Unknown (7)`. */
export function named(names: Readonly<Record<number, string>>, value: number): string {
  return `${names[value] ?? 'Unknown'} (${value})`;
}

/** `1 byte`, `2 bytes`. */
export function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
