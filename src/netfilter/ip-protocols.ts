/** The names of IP protocols as /etc/protocols of Debian has them (netbase 6.4). */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [2, 'igmp'],
  [4, 'ipencap'],
  [6, 'tcp'],
  [17, 'udp'],
  [33, 'dccp'],
  [41, 'ipv6'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'ipv6-icmp'],
  [89, 'ospf'],
  [112, 'vrrp'],
  [132, 'sctp'],
  [136, 'udplite'],
]);

const NUMBERS = new Map([...NAMES].map(([number, name]) => [name, number]));
// Names that iptables knows by itself (`xtables_chain_protos`), or that are aliases.
NUMBERS.set('icmpv6', 58).set('ipip', 4).set('all', 0);

export function protocolName(number: number): string {
  return NAMES.get(number) ?? String(number);
}

/** Reads `tcp`, `TCP` or `6`. */
export function parseProtocol(text: string): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text) <= 255 ? Number(text) : undefined;
  return NUMBERS.get(text.toLowerCase());
}
