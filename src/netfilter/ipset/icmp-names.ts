/** Types and codes of ICMP as ipset names them in `hash:ip,port` (lib/icmp.c). */

/** Type in the upper byte, code in the lower; the first name of a number is the one printed. */
const NUMBERS: readonly (readonly [name: string, number: number])[] = [
  ['echo-reply', 0x0000],
  ['pong', 0x0000],
  ['network-unreachable', 0x0300],
  ['host-unreachable', 0x0301],
  ['protocol-unreachable', 0x0302],
  ['port-unreachable', 0x0303],
  ['fragmentation-needed', 0x0304],
  ['source-route-failed', 0x0305],
  ['network-prohibited', 0x0309],
  ['host-prohibited', 0x030a],
  ['communication-prohibited', 0x030d],
  ['source-quench', 0x0400],
  ['network-redirect', 0x0500],
  ['host-redirect', 0x0501],
  ['echo-request', 0x0800],
  ['ping', 0x0800],
  ['ttl-zero-during-transit', 0x0b00],
  ['ttl-zero-during-reassembly', 0x0b01],
  ['timestamp-request', 0x0d00],
  ['timestamp-reply', 0x0e00],
];

export function icmpTypeNamed(name: string): number | undefined {
  return NUMBERS.find(([one]) => one === name)?.[1];
}

export function icmpTypeName(number: number): string | undefined {
  return NUMBERS.find(([, one]) => one === number)?.[0];
}
