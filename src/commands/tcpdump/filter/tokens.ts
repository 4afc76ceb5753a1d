/**
 * The words of a filter expression (libpcap 1.10, scanner.l): of all that could begin here, the
 * longest is taken, and of those a keyword before a name.
 */

/** What a name, a number or an address in a filter is to its grammar. */
export type Token =
  | { readonly kind: 'keyword'; readonly text: string }
  /** A name, or a keyword behind a backslash. */
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Two to four parts with dots, whether they make an address or not. */
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'mac'; readonly text: string }
  | { readonly kind: 'ipv6'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'wrong'; readonly because: string }
  | { readonly kind: 'end' };

/** Protocols that stand before a primitive or for one, by the name that they have here. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  ...{ link: 'link', ether: 'link', ppp: 'link', slip: 'link', fddi: 'link', tr: 'link' },
  ...{ wlan: 'link', 'es-is': 'esis', 'is-is': 'isis' },
  ...Object.fromEntries(
    [
      ...['arp', 'rarp', 'ip', 'sctp', 'tcp', 'udp', 'icmp', 'igmp', 'igrp', 'pim', 'vrrp', 'carp'],
      ...['radio', 'ip6', 'icmp6', 'ah', 'esp', 'atalk', 'aarp', 'decnet', 'lat', 'sca', 'moprc'],
      ...['mopdl', 'iso', 'esis', 'isis', 'l1', 'l2', 'iih', 'lsp', 'snp', 'csnp', 'psnp', 'clnp'],
      ...['stp', 'ipx', 'netbeui'],
    ].map((name) => [name, name]),
  ),
};

/** Other keywords, by what they mean. */
const KEYWORDS: Readonly<Record<string, string>> = {
  ...{ and: 'and', or: 'or', not: 'not', len: 'len', length: 'len' },
  ...{ src: 'src', dst: 'dst', host: 'host', net: 'net', mask: 'mask', port: 'port' },
  ...{ portrange: 'portrange', proto: 'proto', protochain: 'protochain', gateway: 'gateway' },
  ...{ less: 'less', greater: 'greater', byte: 'byte', broadcast: 'broadcast' },
  ...{ multicast: 'multicast', inbound: 'inbound', outbound: 'outbound', ifindex: 'ifindex' },
  ...Object.fromEntries(
    [
      ...['vlan', 'mpls', 'pppoed', 'pppoes', 'geneve', 'lane', 'llc', 'metac', 'bcc', 'oam'],
      ...['oamf4', 'oamf4ec', 'oamf4sc', 'sc', 'ilmic', 'vpi', 'vci', 'connectmsg', 'metaconnect'],
      ...['on', 'ifname', 'rset', 'ruleset', 'rnr', 'rulenum', 'srnr', 'subrulenum', 'reason'],
      ...['action', 'fisu', 'lssu', 'lsu', 'msu', 'hfisu', 'hlssu', 'hmsu', 'sio', 'opc', 'dpc'],
      ...['sls', 'hsio', 'hopc', 'hdpc', 'hsls', 'type', 'subtype', 'direction', 'dir', 'ra', 'ta'],
      ...['address1', 'addr1', 'address2', 'addr2', 'address3', 'addr3', 'address4', 'addr4'],
    ].map((name) => [name, name]),
  ),
};

/** Names that are numbers: fields, ICMP's types, TCP's flags. */
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ icmptype: 0, icmpcode: 1, icmp6type: 0, icmp6code: 1, tcpflags: 13 },
  ...{ 'icmp-echoreply': 0, 'icmp-unreach': 3, 'icmp-sourcequench': 4, 'icmp-redirect': 5 },
  ...{ 'icmp-echo': 8, 'icmp-routeradvert': 9, 'icmp-routersolicit': 10, 'icmp-timxceed': 11 },
  ...{ 'icmp-paramprob': 12, 'icmp-tstamp': 13, 'icmp-tstampreply': 14, 'icmp-ireq': 15 },
  ...{ 'icmp-ireqreply': 16, 'icmp-maskreq': 17, 'icmp-maskreply': 18 },
  ...{ 'tcp-fin': 1, 'tcp-syn': 2, 'tcp-rst': 4, 'tcp-push': 8, 'tcp-ack': 16 },
  ...{ 'tcp-urg': 32, 'tcp-ece': 64, 'tcp-cwr': 128 },
};

const SYMBOLS: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '==': '=',
};

const BLANK = /[ \r\n\t]*/y;
const SYMBOL = /&&|\|\||>=|<=|!=|==|<<|>>|[+\-*/%:[\]!<>()&|^=]/y;
const NUMBER = /0[xX][0-9A-Fa-f]+|\d+/y;
const NUMBER_PART = '(?:0[xX][0-9A-Fa-f]+|\\d+)';
const ADDRESS = new RegExp(`${NUMBER_PART}(?:\\.${NUMBER_PART}){1,3}`, 'y');
const OCTET = '[0-9A-Fa-f]{1,2}';
const MAC = new RegExp(
  `${OCTET}(?::${OCTET}){5}|${OCTET}(?:-${OCTET}){5}|${OCTET}(?:\\.${OCTET}){5}|` +
    '[0-9A-Fa-f]{4}(?:\\.[0-9A-Fa-f]{4}){2}|[0-9A-Fa-f]{12}',
  'y',
);
const IPV6 = /[0-9A-Fa-f]{0,4}:(?:[0-9A-Fa-f]{0,4}:)+(?:[0-9A-Fa-f]{1,4}(?:\.\d+){0,3})?/y;
const NAME = /[A-Za-z0-9](?:[-_.A-Za-z0-9]*[.A-Za-z0-9])?/y;
const QUOTED = /\\[^ !()\n\t]+/y;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = lengthOf(BLANK, text, 0);
  while (at < text.length) {
    const { token, length } = tokenAt(text, at);
    tokens.push(token);
    at += length;
    at += lengthOf(BLANK, text, at);
  }
  return tokens;
}

/** Whether a keyword names a protocol. */
export function isProtocolName(text: string): boolean {
  return Object.hasOwn(PROTOCOLS, text);
}

function tokenAt(text: string, at: number): { readonly token: Token; readonly length: number } {
  const lengths = {
    symbol: lengthOf(SYMBOL, text, at),
    mac: lengthOf(MAC, text, at),
    number: lengthOf(NUMBER, text, at),
    address: lengthOf(ADDRESS, text, at),
    ipv6: lengthOf(IPV6, text, at),
    name: lengthOf(NAME, text, at),
    quoted: lengthOf(QUOTED, text, at),
  };
  const length = Math.max(...Object.values(lengths));
  const word = text.slice(at, at + length);
  if (length === 0) return { token: { kind: 'wrong', because: '' }, length: 1 };
  if (length === lengths.symbol) return { token: symbolOf(word), length };
  if (length === lengths.mac) return { token: { kind: 'mac', text: word }, length };
  if (length === lengths.number) return { token: numberOf(word), length };
  if (length === lengths.address) return { token: { kind: 'address', text: word }, length };
  if (length === lengths.ipv6) return { token: { kind: 'ipv6', text: word }, length };
  if (length === lengths.name) return { token: wordOf(word), length };
  return { token: { kind: 'name', text: word.slice(1) }, length };
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function symbolOf(text: string): Token {
  const meaning = SYMBOLS[text] ?? text;
  const isWord = meaning === 'and' || meaning === 'or' || meaning === 'not';
  return { kind: isWord ? 'keyword' : 'symbol', text: meaning };
}

function wordOf(text: string): Token {
  const value = Object.hasOwn(NUMBERS, text) ? NUMBERS[text] : undefined;
  if (value !== undefined) return { kind: 'number', value };
  const keyword = Object.hasOwn(KEYWORDS, text) ? KEYWORDS[text] : undefined;
  if (keyword !== undefined) return { kind: 'keyword', text: keyword };
  const protocol = Object.hasOwn(PROTOCOLS, text) ? PROTOCOLS[text] : undefined;
  return protocol === undefined ? { kind: 'name', text } : { kind: 'keyword', text: protocol };
}

/** As C reads them: `0x` is hexadecimal, a leading zero is octal. */
function numberOf(text: string): Token {
  if (/^0\d*[89]/.test(text)) {
    return { kind: 'wrong', because: `number ${text} contains non-octal digit` };
  }
  const isOctal = /^0\d/.test(text);
  const value = isOctal ? Number.parseInt(text, 8) : Number(text);
  if (value <= 0xffffffff) return { kind: 'number', value };
  return { kind: 'wrong', because: `number ${text} overflows 32 bits` };
}
