/** Bytes of Base64 (RFC 4648, 4), with what browsers and Node both have. */

/** What is not Base64 has no bytes: a message may be anybody's. */
export function bytesOfBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
