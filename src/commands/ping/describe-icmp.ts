/**
 * ICMP errors in ping's words (`pr_icmph`, iputils ping/ping.c).
 */
import { formatIpv4, ipv4FromBits } from '../../addr/ipv4';
import type { PingError } from '../../kernel/programs/ping';
import { ICMP_DEST_UNREACHABLE, ICMP_REDIRECT, ICMP_TIME_EXCEEDED } from '../../wire/icmp';

/** RFC 792 and RFC 1812, section 5.2.7.1; the place is the code. */
const UNREACHABLE = [
  'Destination Net Unreachable',
  'Destination Host Unreachable',
  'Destination Protocol Unreachable',
  'Destination Port Unreachable',
  'Frag needed and DF set',
  'Source Route Failed',
  'Destination Net Unknown',
  'Destination Host Unknown',
  'Source Host Isolated',
  'Destination Net Prohibited',
  'Destination Host Prohibited',
  'Destination Net Unreachable for Type of Service',
  'Destination Host Unreachable for Type of Service',
  'Packet filtered',
  'Precedence Violation',
  'Precedence Cutoff',
] as const;
const CODE_FRAGMENTATION_NEEDED = 4;

const REDIRECT = [
  'Redirect Network',
  'Redirect Host',
  'Redirect Type of Service and Network',
  'Redirect Type of Service and Host',
] as const;

const TIME_EXCEEDED = ['Time to live exceeded', 'Frag reassembly time exceeded'] as const;
const ICMP_PARAMETER_PROBLEM = 12;

/** The words behind `From 192.168.10.101 icmp_seq=1 `. */
export function describePingError({
  type,
  code,
  rest,
}: Omit<PingError, 'from' | 'sequence'>): string {
  switch (type) {
    case ICMP_DEST_UNREACHABLE: {
      const text = UNREACHABLE[code] ?? `Dest Unreachable, Bad Code: ${code}`;
      return code === CODE_FRAGMENTATION_NEEDED ? `${text} (mtu = ${rest & 0xffff})` : text;
    }
    case ICMP_REDIRECT: {
      const text = REDIRECT[code] ?? `Redirect, Bad Code: ${code}`;
      return `${text}(New nexthop: ${formatIpv4(ipv4FromBits(rest))})`;
    }
    case ICMP_TIME_EXCEEDED:
      return TIME_EXCEEDED[code] ?? `Time exceeded, Bad Code: ${code}`;
    case ICMP_PARAMETER_PROBLEM:
      return `Parameter problem: pointer = ${rest >>> 24}`;
    default:
      return `Bad ICMP type: ${type}`;
  }
}
