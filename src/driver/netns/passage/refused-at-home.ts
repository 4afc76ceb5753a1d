/**
 * Packets that no interface ever saw, because the host that made them found nobody to give them to: it
 * tells itself so, by an ICMP error through its loopback that quotes the packet.
 */

import { innermostPacket } from '../../../trace/packet-of';
import { decodePayload } from '../../../wire/decode';
import type { IcmpError, QuotedPacket } from '../../../wire/icmp';
import type { Ipv4Packet } from '../../../wire/ipv4';
import type { Sighting } from '../capture/sighting';
import { isQuoted } from './cause';
import { Passage } from './passage';

/** @returns the packet that was refused, where it is not known yet */
export function refusedAtHome(
  sighting: Sighting,
  passages: readonly Passage[],
  takeId: () => number,
): Passage | undefined {
  const error = ownErrorOf(sighting);
  if (error === undefined) return undefined;
  const isKnown = passages.some(({ sent }) => {
    const packet = innermostPacket(sent);
    return packet !== undefined && isQuoted(error, packet);
  });
  if (isKnown) return undefined;
  return new Passage(takeId(), undefined, quotedPacket(error.quoted), undefined);
}

function ownErrorOf({ device, frame }: Sighting): IcmpError | undefined {
  if (device !== 'lo') return undefined;
  const payload = innermostPacket(frame)?.payload;
  return payload?.kind === 'icmp-error' ? payload : undefined;
}

function quotedPacket(quoted: QuotedPacket): Ipv4Packet {
  const { tos, id, dontFragment, moreFragments, fragmentOffset, ttl, protocol } = quoted;
  const { source, destination, options, bytes } = quoted;
  const header = { tos, id, dontFragment, moreFragments, fragmentOffset, ttl, protocol };
  const fields = { ...header, source, destination, options };
  const payload = decodePayload(fields, bytes);
  return { kind: 'ipv4', ...fields, payload };
}
