/**
 * Virtual links leave the sum over a TCP segment's or UDP datagram's own bytes to a network card that
 * never comes: a frame that did not leave the machine has only that of the pseudo-header where its
 * checksum should stand (CHECKSUM_PARTIAL, include/linux/skbuff.h). Here the card's work is done.
 * A checksum that is wrong in any other way stays wrong.
 */
import { ipv4FromBits } from '../../../addr/ipv4';
import { checksum, pseudoHeaderSum } from '../../../wire/checksum';
import { viewOf } from '../../../wire/codec';
import { ETHERNET_SIZE, ETHERTYPE_IPV4 } from '../../../wire/ethernet';
import { PROTOCOL_IPIP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../../wire/ipv4';
import { IPV4_SIZE } from '../../../wire/ipv4-header';
import { TCP_CHECKSUM_AT } from '../../../wire/tcp';
import { UDP_SIZE } from '../../../wire/udp';
import { VXLAN_PORT, VXLAN_SIZE } from '../../../wire/vxlan';

const UDP_CHECKSUM_AT = 6;
const FRAGMENT_BITS = 0x3fff;

/** @param hasLinkLayer whether the bytes begin with an Ethernet header */
export function completeChecksums(bytes: Uint8Array, hasLinkLayer: boolean): Uint8Array {
  const whole = bytes.slice();
  if (hasLinkLayer) completeFrame(viewOf(whole), 0);
  else completePacket(viewOf(whole), 0);
  return whole;
}

function completeFrame(view: DataView, at: number): void {
  const start = at + ETHERNET_SIZE;
  if (start > view.byteLength || view.getUint16(start - 2) !== ETHERTYPE_IPV4) return;
  completePacket(view, start);
}

/** From the inside out: an outer checksum covers the inner one. */
function completePacket(view: DataView, at: number): void {
  if (at + IPV4_SIZE > view.byteLength) return;
  const start = at + (view.getUint8(at) & 0x0f) * 4;
  const end = at + view.getUint16(at + 2);
  const isFragment = (view.getUint16(at + 6) & FRAGMENT_BITS) !== 0;
  if (end > view.byteLength || isFragment) return;
  switch (view.getUint8(at + 9)) {
    case PROTOCOL_IPIP:
      completePacket(view, start);
      return;
    case PROTOCOL_TCP:
      complete(view, { at, start, end }, TCP_CHECKSUM_AT);
      return;
    case PROTOCOL_UDP:
      if (start + UDP_SIZE > end) return;
      if (view.getUint16(start + 2) === VXLAN_PORT)
        completeFrame(view, start + UDP_SIZE + VXLAN_SIZE);
      complete(view, { at, start, end }, UDP_CHECKSUM_AT);
  }
}

/** @param offset where in the transport's header its checksum is */
function complete(
  view: DataView,
  { at, start, end }: { readonly at: number; readonly start: number; readonly end: number },
  offset: number,
): void {
  if (start + offset + 2 > end) return;
  const ends = {
    source: ipv4FromBits(view.getUint32(at + 12)),
    destination: ipv4FromBits(view.getUint32(at + 16)),
  };
  const pseudo = pseudoHeaderSum(ends, view.getUint8(at + 9), end - start);
  // The sum of nothing but the pseudo-header: its complement's complement.
  const partial = checksum(view, start, start, pseudo) ^ 0xffff;
  if (view.getUint16(start + offset) !== partial) return;
  view.setUint16(start + offset, 0);
  const sum = checksum(view, start, end, pseudo);
  view.setUint16(start + offset, sum === 0 && offset === UDP_CHECKSUM_AT ? 0xffff : sum);
}
