/** Hand-made ARP questions and who answers. */
import { type Ipv4, UNSPECIFIED } from '../../addr/ipv4';
import { mac, ZERO_MAC } from '../../addr/mac';
import { arping } from '../../kernel/programs/arping';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';

const UNSPECIFIED_TEXT = '0.0.0.0';

export function runArping(world: World, action: ActionOf<'arping'>): JsonObject {
  const { unicastTo, senderMac } = action;
  const replies = arping(world.deviceFor(action), {
    target: world.resolve(action.target),
    sender: senderOf(world, action),
    operation: action.op,
    unicastTo: unicastTo === undefined ? undefined : mac(unicastTo),
    senderMac: senderMac === undefined ? undefined : mac(senderMac),
    // The recordings' own sender leaves it empty, where iputils writes whom it asks.
    targetMac: ZERO_MAC,
    count: action.count,
    waitMs: action.wait * 1000,
  });
  return {
    sent: action.count,
    answered: replies.filter((answers) => answers.length > 0).length,
    replies: replies.map((answers) => answers.map((answer) => ({ mac: world.roles.of(answer) }))),
  };
}

/** Who the question says that asks. */
export function senderOf(world: World, { from, sender = from }: ActionOf<'arping'>): Ipv4 {
  return sender === UNSPECIFIED_TEXT ? UNSPECIFIED : world.resolve(sender);
}
