/**
 * What Wireshark calls the types and codes of ICMP messages.
 */

const TYPES: Readonly<Record<number, string>> = {
  0: 'Echo (ping) reply',
  1: 'Reserved',
  2: 'Reserved',
  3: 'Destination unreachable',
  4: 'Source quench (flow control)',
  5: 'Redirect',
  6: 'Alternate host address',
  8: 'Echo (ping) request',
  10: 'Router solicitation',
  11: 'Time-to-live exceeded',
  12: 'Parameter problem',
  13: 'Timestamp request',
  14: 'Timestamp reply',
  15: 'Information request',
  16: 'Information reply',
  17: 'Address mask request',
  18: 'Address mask reply',
  30: 'Traceroute',
  32: 'Mobile Host Redirect',
};

const CODES: Readonly<Record<number, readonly string[]>> = {
  3: [
    'Network unreachable',
    'Host unreachable',
    'Protocol unreachable',
    'Port unreachable',
    'Fragmentation needed',
    'Source route failed',
    'Destination network unknown',
    'Destination host unknown',
    'Source host isolated',
    'Network administratively prohibited',
    'Host administratively prohibited',
    'Network unreachable for TOS',
    'Host unreachable for TOS',
    'Communication administratively filtered',
    'Host precedence violation',
    'Precedence cutoff in effect',
  ],
  5: [
    'Redirect for network',
    'Redirect for host',
    'Redirect for TOS and network',
    'Redirect for TOS and host',
  ],
  6: ['Alternate address for host'],
  11: ['Time to live exceeded in transit', 'Fragment reassembly time exceeded'],
  12: ['Pointer indicates the error', 'Required option missing', 'Bad length'],
};

export function icmpTypeText(type: number): string {
  return TYPES[type] ?? 'Unknown ICMP (obsolete or malformed?)';
}

/** `undefined` for types whose codes have no names. */
export function icmpCodeText(type: number, code: number): string | undefined {
  const names = CODES[type];
  return names && (names[code] ?? `Unknown code: ${code}`);
}
