/**
 * A UDP datagram in tcpdump's words (print-udp.c, print-vxlan.c of 4.99). Ports are not guessed at:
 * only VXLAN's is taken for what it is.
 */
import { ipv4FromBits } from '../addr/ipv4';
import { checksum, pseudoHeaderSum } from './checksum';
import { PROTOCOL_UDP } from './ipv4';
import { sumThatFits } from './print-icmp';
import { hexWord, type Printout } from './printout';
import { UDP_SIZE } from './udp';
import { VXLAN_PORT, VXLAN_SIZE } from './vxlan';

/**
 * @param ipAt where the IPv4 header begins that the ports belong to
 * @param length of the datagram by that header, in bytes
 * @param printFrame prints the frame inside of VXLAN
 */
export function printUdp(
  out: Printout,
  at: number,
  length: number,
  ipAt: number,
  isPiece: boolean,
  printFrame: (at: number, length: number) => void,
): void {
  out.protocol = 'udp';
  const source = out.address(ipAt + 12);
  const destination = out.address(ipAt + 16);
  if (!out.has(at, 4)) {
    out.print(`${source} > ${destination}: `);
    out.isCut(at, 4);
    return;
  }
  const ports = [out.u16(at), out.u16(at + 2)] as const;
  const from = `${source}.${out.port(ports[0], 'udp')}`;
  out.print(`${from} > ${destination}.${out.port(ports[1], 'udp')}: `);
  if (length < UDP_SIZE) {
    out.print(`truncated-udp ${length}`);
    return;
  }
  if (out.isCut(at, 6)) return;
  const claimed = out.u16(at + 4);
  if (claimed < UDP_SIZE) {
    out.print(`truncated-udplength ${claimed}`);
    return;
  }
  if (out.isCut(at, UDP_SIZE)) return;
  const dataBytes = Math.min(claimed, length) - UDP_SIZE;
  if (out.style.verbosity > 1 && !isPiece) printChecksum(out, at, dataBytes, ipAt);
  if (out.style.quietness === 0 && ports.includes(VXLAN_PORT)) {
    printVxlan(out, at + UDP_SIZE, dataBytes, printFrame);
  } else if (claimed - UDP_SIZE > dataBytes && !isPiece) {
    out.print(`UDP, bad length ${claimed - UDP_SIZE} > ${dataBytes}`);
  } else {
    out.print(`UDP, length ${claimed - UDP_SIZE}`);
  }
}

function printChecksum(out: Printout, at: number, dataBytes: number, ipAt: number): void {
  const found = out.u16(at + 6);
  if (found === 0) {
    out.print('[no cksum] ');
    return;
  }
  const length = UDP_SIZE + dataBytes;
  if (!out.has(at, length)) return;
  const ends = {
    source: ipv4FromBits(out.u32(ipAt + 12)),
    destination: ipv4FromBits(out.u32(ipAt + 16)),
  };
  const fault = checksum(out.view, at, at + length, pseudoHeaderSum(ends, PROTOCOL_UDP, length));
  if (fault === 0) out.print('[udp sum ok] ');
  else {
    const wanted = hexWord(sumThatFits(found, fault));
    out.print(`[bad udp cksum ${hexWord(found)} -> ${wanted}!] `);
  }
}

function printVxlan(
  out: Printout,
  at: number,
  length: number,
  printFrame: (at: number, length: number) => void,
): void {
  out.protocol = 'vxlan';
  out.print('VXLAN');
  if (length < VXLAN_SIZE) {
    out.print(' (invalid)');
    return;
  }
  const flags = out.u8(at);
  const known = (flags & 0x08) === 0 ? 'invalid' : 'I';
  out.print(`, flags [${known}] (0x${flags.toString(16).padStart(2, '0')}), `);
  out.u16(at + 4);
  out.print(`vni ${out.u32(at + 3) & 0xffffff}\n`);
  out.u8(at + VXLAN_SIZE - 1);
  printFrame(at + VXLAN_SIZE, length - VXLAN_SIZE);
}
