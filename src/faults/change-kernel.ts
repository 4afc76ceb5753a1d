/**
 * Changes of the kernel, from which mutants are made: a layer of the right one with another way of doing
 * one thing. What a layer does not get asked through its door stays right.
 */
import type { EngineVariant } from '../cluster/engine-variant';
import type { Device } from '../kernel/devices/device';
import type { Netns } from '../kernel/netns';
import type { Skb } from '../kernel/skb';
import type { Stack } from '../kernel/stack';
import { type Ipv4Packet, PROTOCOL_IPIP } from '../wire/ipv4';

/** @param change the doors that lead elsewhere, given the right ones */
export function withStack(
  change: (right: Stack) => Partial<Stack>,
): Required<EngineVariant>['linux'] {
  return (linux) => ({ ...linux, stack: { ...linux.stack, ...change(linux.stack) } });
}

/** What is sent through a tunnel, changed after the tunnel has put its header before it. */
export function withOuterHeader(
  change: (outer: Ipv4Packet, netns: Netns, inner: Skb) => Ipv4Packet,
): Required<EngineVariant>['linux'] {
  return withStack((right) => ({
    sendTunnelled: (netns, outer, route, inner) =>
      right.sendTunnelled(netns, change(outer, netns, inner), route, inner),
  }));
}

/** A packet that comes in by a cable, changed before the host looks at it; `undefined` drops nothing. */
export function withReceived(
  change: (packet: Ipv4Packet, device: Device) => Ipv4Packet,
): Required<EngineVariant>['linux'] {
  return withStack((right) => ({
    receiveFrame: (device, frame, type, trace) => {
      const { payload } = frame;
      const changed =
        payload.kind === 'ipv4' ? { ...frame, payload: change(payload, device) } : frame;
      right.receiveFrame(device, changed, type, trace);
    },
  }));
}

/** ICMP errors of some kind are never sent. */
export function withoutErrors(
  isUnsent: (type: number, code: number) => boolean,
): Required<EngineVariant>['linux'] {
  return withStack((right) => ({
    sendError: (skb, type, code, rest) => {
      if (!isUnsent(type, code)) right.sendError(skb, type, code, rest);
    },
  }));
}

/** Whether a packet is the outside of an IPIP tunnel's. */
export function isIpip({ protocol }: Ipv4Packet): boolean {
  return protocol === PROTOCOL_IPIP;
}
