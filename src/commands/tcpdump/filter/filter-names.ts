/**
 * The names of a host's databases that a filter may use: /etc/hosts, and what netbase puts into
 * /etc/protocols; services are in `service-names.ts`.
 */
import type { Ipv4 } from '../../../addr/ipv4';

export interface FilterNames {
  /** Every address of that name. */
  readonly hosts: (name: string) => readonly Ipv4[];
}

const PROTOCOL_NUMBERS: Readonly<Record<string, number>> = {
  ...{ ip: 0, icmp: 1, igmp: 2, ggp: 3, ipencap: 4, st: 5, tcp: 6, egp: 8, igp: 9, pup: 12 },
  ...{ udp: 17, hmp: 20, 'xns-idp': 22, rdp: 27, 'iso-tp4': 29, dccp: 33, xtp: 36, ddp: 37 },
  ...{ 'idpr-cmtp': 38, ipv6: 41, 'ipv6-route': 43, 'ipv6-frag': 44, idrp: 45, rsvp: 46, gre: 47 },
  ...{ esp: 50, ah: 51, skip: 57, 'ipv6-icmp': 58, 'ipv6-nonxt': 59, 'ipv6-opts': 60, rspf: 73 },
  ...{ vmtp: 81, eigrp: 88, ospf: 89, 'ax.25': 93, ipip: 94, etherip: 97, encap: 98, pim: 103 },
  ...{ ipcomp: 108, vrrp: 112, l2tp: 115, isis: 124, sctp: 132, fc: 133, 'mobility-header': 135 },
  ...{ udplite: 136, 'mpls-in-ip': 137, manet: 138, hip: 139, shim6: 140, wesp: 141, rohc: 142 },
};

/** The names that libpcap itself has for EtherTypes (nametoaddr.c, `eproto_db`). */
const ETHER_NUMBERS: Readonly<Record<string, number>> = {
  ...{ aarp: 0x80f3, arp: 0x0806, atalk: 0x809b, decnet: 0x6003, ip: 0x0800, ip6: 0x86dd },
  ...{ lat: 0x6004, loopback: 0x9000, mopdl: 0x6001, moprc: 0x6002, rarp: 0x8035, sca: 0x6007 },
};

/** As `getprotobyname`: the name, or the alias in capitals. */
export function protocolNumber(name: string): number | undefined {
  const known = Object.hasOwn(PROTOCOL_NUMBERS, name) ? PROTOCOL_NUMBERS[name] : undefined;
  const lower = name.toLowerCase();
  if (known !== undefined || name !== name.toUpperCase()) return known;
  return Object.hasOwn(PROTOCOL_NUMBERS, lower) ? PROTOCOL_NUMBERS[lower] : undefined;
}

export function etherNumber(name: string): number | undefined {
  return Object.hasOwn(ETHER_NUMBERS, name) ? ETHER_NUMBERS[name] : undefined;
}
