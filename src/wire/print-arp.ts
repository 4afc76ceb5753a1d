/**
 * ARP in tcpdump's words (print-arp.c of 4.99).
 */
import { ETHERTYPE_IPV4 } from './ethernet';
import { hexAndAsciiDump } from './hex-dump';
import { ETHERTYPE_NAMES } from './print-names';
import { hexWord, type Printout } from './printout';

const HARDWARE_NAMES: Readonly<Record<number, string>> = {
  1: 'Ethernet',
  6: 'TokenRing',
  7: 'ArcNet',
  15: 'FrameRelay',
  24: 'IEEE 1394',
  32: 'InfiniBand',
};

const OPERATION_NAMES: Readonly<Record<number, string>> = {
  1: 'Request',
  2: 'Reply',
  3: 'Reverse Request',
  4: 'Reverse Reply',
  8: 'Inverse Request',
  9: 'Inverse Reply',
  10: 'NACK Reply',
};

const FIXED_BYTES = 8;

/** @param length of the packet with its padding, as it was on the wire, in bytes */
export function printArp(out: Printout, at: number, length: number): void {
  out.protocol = 'arp';
  const hardware = out.u16(at);
  const protocol = out.u16(at + 2);
  const macBytes = out.u8(at + 4);
  const addressBytes = out.u8(at + 5);
  const operation = out.u16(at + 6);
  out.u8(at + FIXED_BYTES + 2 * (macBytes + addressBytes) - 1);
  const { style } = out;
  if (!style.showsLink) out.print('ARP, ');
  const isPlain = protocol === ETHERTYPE_IPV4 && addressBytes === 4 && macBytes !== 0;
  if (!isPlain || style.verbosity > 0) {
    const what = HARDWARE_NAMES[hardware] ?? `Unknown Hardware (${hardware})`;
    const over = ETHERTYPE_NAMES[protocol] ?? `Unknown Protocol (${hexWord(protocol)})`;
    out.print(`${what} (len ${macBytes}), ${over} (len ${addressBytes})`);
    if (style.verbosity > 0) out.print(', ');
  }
  if (isPlain) {
    const known = OPERATION_NAMES[operation] ?? `Unknown (${operation})`;
    const told = toldOf(out, at + FIXED_BYTES, operation, macBytes);
    out.print(`${known} `);
    if (told === undefined) {
      out.print(hexAndAsciiDump(bytesFrom(out, at)));
      return;
    }
    out.print(told);
  }
  out.print(`, length ${length}`);
}

/** `senderAt` is where the sender's MAC begins; `undefined` for an operation without words. */
function toldOf(
  out: Printout,
  senderAt: number,
  operation: number,
  macBytes: number,
): string | undefined {
  const senderIp = senderAt + macBytes;
  const targetAt = senderIp + 4;
  const targetIp = targetAt + macBytes;
  switch (operation) {
    case 1:
      return `who-has ${out.address(targetIp)}${askedMac(out, targetAt)} tell ${out.address(senderIp)}`;
    case 2:
      return `${out.address(senderIp)} is-at ${out.mac(senderAt)}`;
    case 3:
    case 8:
      return `who-is ${out.mac(targetAt)} tell ${out.mac(senderAt)}`;
    case 4:
      return `${out.mac(targetAt)} at ${out.address(targetIp)}`;
    case 9:
      return `${out.mac(senderAt)} at ${out.address(senderIp)}`;
    default:
      return undefined;
  }
}

/** A unicast probe names whom it asks. */
function askedMac(out: Printout, at: number): string {
  const asked = out.mac(at);
  return asked === '00:00:00:00:00:00' ? '' : ` (${asked})`;
}

function bytesFrom({ view, end }: Printout, at: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, end - at);
}
