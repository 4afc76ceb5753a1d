/**
 * Prefixes of IPv4 addresses (RFC 4632), and addresses that know how long their subnet's prefix is.
 */
import { formatIpv4, type Ipv4, ipv4FromBits, parseIpv4 } from './ipv4';

/** A prefix: an address whose host bits are zero, and the number of bits that count. */
export interface Cidr {
  readonly address: Ipv4;
  readonly length: number;
}

const ADDRESS_AND_LENGTH = /^([\d.]+)\/(0|[1-9]\d?)$/;

/** The 32-bit mask of a prefix length, as an unsigned number. */
export function netmask(length: number): number {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
}

/** Reads `172.16.0.0/16`. Host bits are cleared, as `net.ParseCIDR` of Go does; see `isStrict`. */
export function parseCidr(text: string): Cidr | undefined {
  const [, addressText = '', lengthText = ''] = ADDRESS_AND_LENGTH.exec(text) ?? [];
  const address = parseIpv4(addressText);
  const length = Number(lengthText);
  if (address === undefined || lengthText === '' || length > 32) return undefined;
  return cidrOf(address, length);
}

/** The literal form, for code and tests that know their prefix is well formed. */
export function cidr(text: string): Cidr {
  const prefix = parseCidr(text);
  if (prefix === undefined) throw new RangeError(`not a CIDR: ${JSON.stringify(text)}`);
  return prefix;
}

/** The prefix of this length that holds the address. */
export function cidrOf(address: Ipv4, length: number): Cidr {
  return { address: ipv4FromBits(address & netmask(length)), length };
}

export function formatCidr(prefix: Cidr): string {
  return `${formatIpv4(prefix.address)}/${prefix.length}`;
}

export function cidrContains(prefix: Cidr, address: Ipv4): boolean {
  return ((address ^ prefix.address) & netmask(prefix.length)) === 0;
}

/** Whether one of the two holds the other. */
export function cidrsOverlap(one: Cidr, other: Cidr): boolean {
  return one.length <= other.length
    ? cidrContains(one, other.address)
    : cidrContains(other, one.address);
}

/** How many addresses the prefix holds. */
export function cidrSize(prefix: Cidr): number {
  return 2 ** (32 - prefix.length);
}

/** Whether the text has no host bits set: `172.16.0.0/16`, but not `172.16.0.1/16`. */
export function isStrictlyMasked(text: string): boolean {
  const prefix = parseCidr(text);
  return prefix !== undefined && formatCidr(prefix) === text;
}

/** An interface's address with the length of its subnet: `192.168.10.101/24` keeps its host bits. */
export interface InterfaceAddress {
  readonly address: Ipv4;
  readonly length: number;
}

/** Reads `192.168.10.101/24`; without a length it is a /32. */
export function parseInterfaceAddress(text: string): InterfaceAddress | undefined {
  const prefix = parseCidr(text.includes('/') ? text : `${text}/32`);
  const address = parseIpv4(text.split('/')[0] ?? '');
  return prefix && address !== undefined ? { address, length: prefix.length } : undefined;
}

export const ANYWHERE: Cidr = { address: ipv4FromBits(0), length: 0 };
