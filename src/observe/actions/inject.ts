/** One hand-made echo request, its source anybody's, past the sender's own routing. */
import { mac } from '../../addr/mac';
import { sendFrame } from '../../kernel/programs/arping';
import { type Ipv4Packet, NO_OPTIONS, PROTOCOL_ICMP } from '../../wire/ipv4';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';

/** Between two of them. */
export const INJECT_PAUSE_SECONDS = 0.05;

export function runInject(world: World, action: ActionOf<'inject'>): JsonObject {
  const { count } = action;
  const device = world.deviceFor(action);
  for (let number = 0; number < count; number++) {
    sendFrame(device, mac(action.dstMac), packetOf(world, action));
    world.wait(INJECT_PAUSE_SECONDS);
  }
  world.wait(action.wait);
  return { sent: count };
}

export function packetOf(world: World, action: ActionOf<'inject'>): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 0,
    dontFragment: action.dfBit,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: action.ttl,
    protocol: PROTOCOL_ICMP,
    source: world.resolve(action.src),
    destination: world.resolve(action.dst),
    options: NO_OPTIONS,
    payload: {
      kind: 'icmp-echo',
      type: 'request',
      id: action.icmpId,
      sequence: action.seq,
      data: Uint8Array.from({ length: action.size }, (_, at) => at & 0xff),
    },
  };
}
