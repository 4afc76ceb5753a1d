/**
 * Hardware addresses of 48 bits (IEEE 802, section 8), as numbers.
 */
import type { Brand } from '../base/brand';

/** A hardware address, as a number below 2⁴⁸. */
export type Mac = Brand<number, 'Mac'>;

const SIX_OCTETS = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;

/** Reads `ee:ee:ee:ee:ee:ee`; `undefined` for anything else. */
export function parseMac(text: string): Mac | undefined {
  if (!SIX_OCTETS.test(text)) return undefined;
  return Number.parseInt(text.replaceAll(':', ''), 16) as Mac;
}

/** The literal form, for code and tests that know their address is well formed. */
export function mac(text: string): Mac {
  const address = parseMac(text);
  if (address === undefined) throw new RangeError(`not a MAC address: ${JSON.stringify(text)}`);
  return address;
}

/** The address whose upper 16 bits and lower 32 bits these are. */
export function macFromBits(high: number, low: number): Mac {
  return ((high & 0xffff) * 0x1_0000_0000 + (low >>> 0)) as Mac;
}

export function formatMac(address: Mac): string {
  const digits = address.toString(16).padStart(12, '0');
  return (digits.match(/../g) ?? []).join(':');
}

export const BROADCAST_MAC = mac('ff:ff:ff:ff:ff:ff');
export const ZERO_MAC = mac('00:00:00:00:00:00');

/** Whether the group bit is set: broadcast or multicast (IEEE 802, section 8.2). */
export function isGroupMac(address: Mac): boolean {
  return Math.floor(address / 0x100_0000_0000) % 2 === 1;
}
