/** RFC 4648, section 5, without padding: how Calico writes digests in names. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The first `length` characters of the bytes' base64url form. */
export function base64url(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let at = 0; text.length < length && at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) text += ALPHABET.charAt((bits >> shift) & 63);
  }
  return text.slice(0, length);
}
