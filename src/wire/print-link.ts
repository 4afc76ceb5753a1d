/**
 * Frames in tcpdump's words (print-ether.c, print-sll.c, print-raw.c of 4.99): what stands before
 * the network layer's packet, and whose packet that is.
 */
import { ETHERNET_SIZE, ETHERTYPE_ARP, ETHERTYPE_IPV4 } from './ethernet';
import { hexAndAsciiDump } from './hex-dump';
import { printArp } from './print-arp';
import { printIpv4 } from './print-ipv4';
import { ETHERTYPE_NAMES } from './print-names';
import { CutOff, hexWord, type Printout } from './printout';
import { SLL2_SIZE } from './sll2';

const PACKET_TYPE_NAMES = ['In', 'B', 'M', 'P', 'Out'];
const MAC_SIZE = 6;

/** @param length of the frame on the wire, in bytes */
export function printEthernet(out: Printout, at: number, length: number): void {
  out.protocol = 'ether';
  if (out.isCut(at, ETHERNET_SIZE)) return;
  const etherType = out.u16(at + 12);
  const isQuiet = out.style.quietness > 0;
  const type = isQuiet
    ? (ETHERTYPE_NAMES[etherType] ?? `Unknown Ethertype (${hexWord(etherType)})`)
    : etherTypeText(etherType);
  const link = `${out.mac(at + 6)} > ${out.mac(at)}, ${type}, length ${length}: `;
  if (out.style.showsLink) out.print(link);
  const payloadAt = at + ETHERNET_SIZE;
  if (printByType(out, etherType, payloadAt, length - ETHERNET_SIZE)) return;
  if (!out.style.showsLink) out.print(link);
  dumpUnknown(out, payloadAt);
}

/** What `any` shows: the interface and the direction come first. */
export function printSll2(out: Printout, at: number, length: number): void {
  out.protocol = 'sll2';
  if (!out.has(at, SLL2_SIZE)) throw new CutOff();
  const etherType = out.u16(at);
  const index = out.u32(at + 4);
  const direction = PACKET_TYPE_NAMES[out.u8(at + 10)] ?? '?';
  out.print(`${(out.style.deviceName(index) ?? '?').padEnd(5)} ${direction.padEnd(3)} `);
  const hasMac = out.u8(at + 11) === MAC_SIZE;
  const type = out.style.quietness > 0 ? '' : `${etherTypeText(etherType)}, length ${length}: `;
  const link = `ifindex ${index} ${hasMac ? `${out.mac(at + 12)} ` : ''}${type}`;
  if (out.style.showsLink) out.print(link);
  const payloadAt = at + SLL2_SIZE;
  if (printByType(out, etherType, payloadAt, length - SLL2_SIZE)) return;
  if (!out.style.showsLink) out.print(link);
  dumpUnknown(out, payloadAt);
}

/** A packet of a device without a link layer. */
export function printRaw(out: Printout, at: number, length: number): void {
  out.protocol = 'raw';
  if (out.style.showsLink) out.print('ip: ');
  printIpv4(out, at, length, printEthernet);
}

function etherTypeText(etherType: number): string {
  return `ethertype ${ETHERTYPE_NAMES[etherType] ?? 'Unknown'} (${hexWord(etherType)})`;
}

/** @returns whether there is a printer for it */
function printByType(out: Printout, etherType: number, at: number, length: number): boolean {
  if (etherType === ETHERTYPE_IPV4) printIpv4(out, at, length, printEthernet);
  else if (etherType === ETHERTYPE_ARP) printArp(out, at, length);
  else return false;
  return true;
}

function dumpUnknown(out: Printout, at: number): void {
  if (!out.style.dumpsUnknown) return;
  const { buffer, byteOffset } = out.view;
  out.print(hexAndAsciiDump(new Uint8Array(buffer, byteOffset + at, Math.max(0, out.end - at))));
}
