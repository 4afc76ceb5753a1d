/**
 * What of a packet stays the same all its way: through tunnels, routers and NAT. Two frames with the
 * same key are, within one exchange, the same packet at two places.
 */
import { unreachable } from '../../../base/invariant';
import { innermostPacket } from '../../../trace/packet-of';
import type { CapturedFrame } from '../../../trace/trace';
import type { Ipv4Packet } from '../../../wire/ipv4';

/** `undefined` for frames of which nothing is known. */
export function packetKey(frame: CapturedFrame['frame']): string | undefined {
  const packet = innermostPacket(frame);
  if (packet !== undefined) return ipv4Key(packet);
  if (frame.kind !== 'frame' || frame.payload.kind !== 'arp') return undefined;
  const { operation, senderMac, senderIp, targetIp } = frame.payload;
  return ['arp', operation, senderMac, senderIp, targetIp].join(' ');
}

function ipv4Key(packet: Ipv4Packet): string {
  const { id, fragmentOffset, protocol } = packet;
  return [protocol, id, fragmentOffset, payloadKey(packet)].join(' ');
}

/** No address and no port, for NAT changes them; nor an ICMP id. */
function payloadKey({ payload }: Ipv4Packet): string {
  switch (payload.kind) {
    case 'icmp-echo':
      return `echo-${payload.type} ${payload.sequence} ${payload.data.length}`;
    case 'icmp-error':
      return `error ${payload.type} ${payload.code} ${payload.quoted.id}`;
    case 'tcp':
      return `tcp ${payload.sequence} ${payload.acknowledgement} ${payload.flags}`;
    case 'udp':
      return 'udp';
    case 'data':
      return `data ${payload.bytes.length}`;
    case 'ipv4':
      return 'ipv4';
    default:
      return unreachable(payload);
  }
}
