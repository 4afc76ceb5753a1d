/** Hand-made ARP questions and who answers. */
import { UNSPECIFIED } from '../../addr/ipv4';
import { mac, ZERO_MAC } from '../../addr/mac';
import { arping } from '../../kernel/programs/arping';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import { ScenarioError } from '../scenario';
import type { World } from '../world';

const UNSPECIFIED_TEXT = '0.0.0.0';

export function runArping(world: World, action: ActionOf<'arping'>): JsonObject {
  const { from, dev, sender, unicastTo, senderMac } = action;
  const device =
    dev === undefined
      ? world.mainDevice(from)
      : world.netns(from).devices.get(world.deviceName(dev));
  if (device === undefined) throw new ScenarioError(`${from} has no ${dev}`);
  const replies = arping(device, {
    target: world.resolve(action.target),
    sender: sender === UNSPECIFIED_TEXT ? UNSPECIFIED : world.resolve(sender ?? from),
    operation: action.op,
    unicastTo: unicastTo === undefined ? undefined : mac(unicastTo),
    senderMac: senderMac === undefined ? undefined : mac(senderMac),
    // The recordings' own sender left it empty, where iputils writes whom it asks.
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
