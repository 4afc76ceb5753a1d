/**
 * What ping prints about an ICMP error (`pr_icmph`, ping/ping.c of iputils).
 */
import { formatIpv4, ipv4FromBits } from '../../addr/ipv4';
import type { PingError } from '../../kernel/programs/ping';
import {
  ICMP_DEST_UNREACHABLE,
  ICMP_PARAMETER_PROBLEM,
  ICMP_REDIRECT,
  ICMP_TIME_EXCEEDED,
} from '../../wire/icmp';

const UNREACHABLE: Readonly<Record<number, string>> = {
  0: 'Destination Net Unreachable',
  1: 'Destination Host Unreachable',
  2: 'Destination Protocol Unreachable',
  3: 'Destination Port Unreachable',
  5: 'Source Route Failed',
  6: 'Destination Net Unknown',
  7: 'Destination Host Unknown',
  8: 'Source Host Isolated',
  9: 'Destination Net Prohibited',
  10: 'Destination Host Prohibited',
  11: 'Destination Net Unreachable for Type of Service',
  12: 'Destination Host Unreachable for Type of Service',
  13: 'Packet filtered',
  14: 'Precedence Violation',
  15: 'Precedence Cutoff',
};

const REDIRECT: Readonly<Record<number, string>> = {
  0: 'Redirect Network',
  1: 'Redirect Host',
  2: 'Redirect Type of Service and Network',
  3: 'Redirect Type of Service and Host',
};

const CODE_FRAGMENTATION_NEEDED = 4;

export function icmpErrorText({ type, code, rest }: PingError): string {
  switch (type) {
    case ICMP_DEST_UNREACHABLE:
      if (code === CODE_FRAGMENTATION_NEEDED) {
        return `Frag needed and DF set (mtu = ${rest & 0xffff})`;
      }
      return UNREACHABLE[code] ?? `Dest Unreachable, Bad Code: ${code}`;
    case ICMP_TIME_EXCEEDED:
      return code === 0 ? 'Time to live exceeded' : 'Frag reassembly time exceeded';
    case ICMP_REDIRECT:
      return `${REDIRECT[code] ?? `Redirect, Bad Code: ${code}`}(New nexthop: ${formatIpv4(ipv4FromBits(rest))})`;
    case ICMP_PARAMETER_PROBLEM:
      return `Parameter problem: pointer = ${rest >>> 24}`;
    default:
      return `Bad ICMP type: ${type}`;
  }
}
