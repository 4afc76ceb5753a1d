/**
 * IPv4 addresses (RFC 791, section 3.2), as numbers.
 */
import type { Brand } from '../base/brand';

/** An IPv4 address as the unsigned 32-bit number that it is on the wire. */
export type Ipv4 = Brand<number, 'Ipv4'>;

// As Go's net.ParseIP and so Kubernetes: four decimal parts, none with a leading zero.
const DOTTED_QUAD = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/** Reads `192.168.10.101`; `undefined` for anything that is not four decimal parts of 0 to 255. */
export function parseIpv4(text: string): Ipv4 | undefined {
  const octets = DOTTED_QUAD.exec(text)?.slice(1).map(Number);
  if (octets === undefined || octets.some((octet) => octet > 255)) return undefined;
  return octets.reduce((address, octet) => ((address << 8) | octet) >>> 0, 0) as Ipv4;
}

/** The literal form, for code and tests that know their address is well formed. */
export function ipv4(text: string): Ipv4 {
  const address = parseIpv4(text);
  if (address === undefined) throw new RangeError(`not an IPv4 address: ${JSON.stringify(text)}`);
  return address;
}

/** The address that these 32 bits are; for arithmetic, which leaves the brand behind. */
export function ipv4FromBits(bits: number): Ipv4 {
  return (bits >>> 0) as Ipv4;
}

export function formatIpv4(address: Ipv4): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

export const UNSPECIFIED = ipv4FromBits(0);
export const LIMITED_BROADCAST = ipv4FromBits(0xffffffff);

/** 127.0.0.0/8 (RFC 1122, section 3.2.1.3). */
export function isLoopback(address: Ipv4): boolean {
  return address >>> 24 === 127;
}

/** 224.0.0.0/4 (RFC 5771). */
export function isMulticast(address: Ipv4): boolean {
  return address >>> 28 === 0xe;
}
