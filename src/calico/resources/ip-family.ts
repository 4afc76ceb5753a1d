/**
 * What Calico's schemas ask of prefixes of either family. The simulation speaks IPv4; of IPv6 this
 * knows just enough to give Calico's own answer.
 */
import { type Cidr, cidr, cidrsOverlap, isStrictlyMasked, parseCidr } from '../../addr/cidr';
import { parseIpv4 } from '../../addr/ipv4';

export type IpFamily = 4 | 6;

export interface Network {
  readonly family: IpFamily;
  readonly length: number;
  readonly isStrictlyMasked: boolean;
  readonly isLinkLocal: boolean;
  /** `undefined` for IPv6. */
  readonly ipv4: Cidr | undefined;
}

const LINK_LOCAL = cidr('169.254.0.0/16');
const LENGTH_MAX = 128;

export function parseNetwork(text: string): Network | undefined {
  const ipv4 = parseCidr(text);
  if (ipv4 === undefined) return parseIpv6Network(text);
  return {
    family: 4,
    length: ipv4.length,
    isStrictlyMasked: isStrictlyMasked(text),
    isLinkLocal: cidrsOverlap(ipv4, LINK_LOCAL),
    ipv4,
  };
}

export function ipFamilyOf(address: string): IpFamily | undefined {
  if (parseIpv4(address) !== undefined) return 4;
  return parseIpv6(address) === undefined ? undefined : 6;
}

function parseIpv6Network(text: string): Network | undefined {
  const [, addressText = '', lengthText = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseIpv6(addressText);
  const length = Number(lengthText);
  if (address === undefined || length > LENGTH_MAX) return undefined;
  // fe80::/10
  const sharedLength = BigInt(LENGTH_MAX - Math.min(length, 10));
  return {
    family: 6,
    length,
    isStrictlyMasked: BigInt.asUintN(LENGTH_MAX - length, address) === 0n,
    isLinkLocal: (address ^ (0xfe80n << 112n)) >> sharedLength === 0n,
    ipv4: undefined,
  };
}

/** RFC 4291, section 2.2, the first two forms: groups of hexadecimal digits, `::` once at most. */
function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (text.length > 39 || halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
