/**
 * Cutting a packet that is too long for a link, and putting the pieces together again. Linux:
 * ip_do_fragment() in net/ipv4/ip_output.c, ip_frag_reasm() in net/ipv4/ip_fragment.c.
 */
import { decodePayload } from './decode';
import { encodePayload } from './encode';
import { headerLength, type Ipv4Packet, packetLength, payloadLength } from './ipv4';
import { optionsOfLaterPieces } from './ipv4-options';

const PACKET_LENGTH_MAX = 65_535;

/**
 * Cuts the packet for a link of this MTU, in bytes.
 *
 * `longestPiece` is for a packet that this host put together itself: the length of the longest piece
 * that came in (`frag_max_size`), which no new piece exceeds. Such a packet says "don't fragment"
 * only if its longest piece did, and then the new pieces say it again (`IPSKB_FRAG_PMTU`). Any
 * other packet's pieces have DF clear.
 */
export function fragmentPacket(packet: Ipv4Packet, mtu: number, longestPiece = 0): Ipv4Packet[] {
  const limit = longestPiece > 0 && longestPiece < mtu ? longestPiece : mtu;
  if (packetLength(packet) <= limit) return [packet];
  const room = (limit - headerLength(packet)) & ~7;
  // ip_do_fragment() would never end here either; a real link takes 68 bytes (RFC 791).
  if (room < 8) return [];
  const sizes: number[] = [];
  const whole = payloadLength(packet.payload);
  let left = whole;
  while (left > limit - headerLength(packet)) {
    sizes.push(room);
    left -= room;
  }
  sizes.push(left);
  return cutPacket(packet, sizes, longestPiece > 0 && packet.dontFragment);
}

/**
 * Cuts the packet into pieces whose payloads have these sizes in bytes, all but the last a multiple
 * of 8. Linux does it so where the pieces that came in fit the next link as they are.
 */
export function cutPacket(
  packet: Ipv4Packet,
  payloadSizes: readonly number[],
  dontFragment = false,
): Ipv4Packet[] {
  const bytes = encodePayload(packet);
  const laterOptions = optionsOfLaterPieces(packet.options);
  let at = 0;
  return payloadSizes.map((size, index) => {
    const from = at;
    at += size;
    return {
      kind: 'ipv4',
      tos: packet.tos,
      id: packet.id,
      dontFragment,
      moreFragments: packet.moreFragments || index < payloadSizes.length - 1,
      fragmentOffset: packet.fragmentOffset + from,
      ttl: packet.ttl,
      protocol: packet.protocol,
      source: packet.source,
      destination: packet.destination,
      options: index === 0 ? packet.options : laterOptions,
      payload: { kind: 'data', bytes: bytes.slice(from, at) },
    };
  });
}

/**
 * The packet that was cut into these pieces, in whatever order they came; `undefined` while one is
 * missing, and for pieces that contradict each other. Pieces that came twice count once.
 */
export function reassemble(pieces: readonly Ipv4Packet[]): Ipv4Packet | undefined {
  const inOrder = [...pieces].sort((one, other) => one.fragmentOffset - other.fragmentOffset);
  const run: Ipv4Packet[] = [];
  let end = 0;
  for (const piece of inOrder) {
    const pieceEnd = piece.fragmentOffset + payloadLength(piece.payload);
    if (pieceEnd <= end) continue;
    // A gap is a piece to wait for; an overlap would cost Linux the whole queue.
    if (piece.fragmentOffset !== end) return undefined;
    run.push(piece);
    end = pieceEnd;
  }
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || last.moreFragments) return undefined;
  if (headerLength(first) + end > PACKET_LENGTH_MAX) return undefined;
  return wholeOf(first, run, end);
}

function wholeOf(first: Ipv4Packet, run: readonly Ipv4Packet[], length: number): Ipv4Packet {
  const bytes = new Uint8Array(length);
  for (const piece of run) bytes.set(encodePayload(piece), piece.fragmentOffset);
  const header = {
    kind: 'ipv4',
    tos: first.tos,
    id: first.id,
    dontFragment: longestSaysDontFragment(run),
    moreFragments: false,
    fragmentOffset: 0,
    ttl: first.ttl,
    protocol: first.protocol,
    source: first.source,
    destination: first.destination,
    options: first.options,
  } as const;
  return { ...header, payload: decodePayload(header, bytes) };
}

/** `max_df_size == max_size`: whether no piece without DF is longer than the longest with it. */
function longestSaysDontFragment(run: readonly Ipv4Packet[]): boolean {
  const longest = Math.max(...run.map(packetLength));
  return run.some((piece) => piece.dontFragment && packetLength(piece) === longest);
}
