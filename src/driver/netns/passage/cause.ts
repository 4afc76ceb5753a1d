/**
 * Which packet a packet answers: an echo reply its request, an ICMP error what it quotes, an ARP reply
 * its request. Of TCP and UDP nobody outside the programs can say.
 */
import type { Ipv4 } from '../../../addr/ipv4';
import { innermostPacket } from '../../../trace/packet-of';
import type { ArpPacket } from '../../../wire/arp';
import type { IcmpEcho, IcmpError } from '../../../wire/icmp';
import type { Ipv4Packet } from '../../../wire/ipv4';
import type { Sighting } from '../capture/sighting';
import type { Passage } from './passage';

/** @returns the id of the passage that ended at the host that sends this */
export function causeOf(sighting: Sighting, passages: readonly Passage[]): number | undefined {
  const here = passages.filter(({ last }) => {
    return last !== undefined && last.host === sighting.host && last.direction === 'in';
  });
  return here.filter(({ last }) => last && isAnswer(sighting, last)).at(-1)?.id;
}

function isAnswer(answer: Sighting, asked: Sighting): boolean {
  const [arpAnswer, arpAsked] = [arpOf(answer), arpOf(asked)];
  if (arpAnswer !== undefined) return arpAsked !== undefined && isArpAnswer(arpAnswer, arpAsked);
  const [packet, request] = [innermostPacket(answer.frame), innermostPacket(asked.frame)];
  if (packet === undefined || request === undefined) return false;
  const { payload } = packet;
  if (payload.kind === 'icmp-error') return isQuoted(payload, request);
  return payload.kind === 'icmp-echo' && isEchoAnswer(payload, packet.destination, request);
}

function isArpAnswer(answer: ArpPacket, asked: ArpPacket): boolean {
  return (
    answer.operation === 'reply' &&
    asked.operation === 'request' &&
    answer.senderIp === asked.targetIp &&
    answer.targetIp === asked.senderIp
  );
}

function isEchoAnswer(reply: IcmpEcho, to: Ipv4, { payload, source }: Ipv4Packet): boolean {
  return (
    reply.type === 'reply' &&
    payload.kind === 'icmp-echo' &&
    payload.type === 'request' &&
    payload.id === reply.id &&
    payload.sequence === reply.sequence &&
    source === to
  );
}

/** Whether the error quotes this packet, as it was before or after the host's own NAT. */
export function isQuoted({ quoted }: IcmpError, packet: Ipv4Packet): boolean {
  return (
    quoted.id === packet.id &&
    quoted.protocol === packet.protocol &&
    quoted.fragmentOffset === packet.fragmentOffset &&
    (quoted.source === packet.source || quoted.destination === packet.destination)
  );
}

function arpOf({ frame }: Sighting): ArpPacket | undefined {
  return frame.kind === 'frame' && frame.payload.kind === 'arp' ? frame.payload : undefined;
}
