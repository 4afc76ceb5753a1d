/**
 * `lo` (Linux: drivers/net/loopback.c). The packet keeps its route and its connection: it does not
 * pass the routing decision a second time.
 */
import { ZERO_MAC } from '../../addr/mac';
import type { Frame } from '../../wire/ethernet';
import { count, type DeviceDriver } from './device';

export const LOOPBACK_MTU = 65_536;

export const loopback: DeviceDriver = {
  kind: 'loopback',
  hasLinkLayer: true,
  usesArp: false,
  hasCarrier: () => true,
  transmit(device, unit, trace, skb) {
    if (skb === undefined) {
      trace.drop('DEV_HDR', `${device.name} takes packets, not frames`);
      return;
    }
    const packet = skb.packet;
    const frame: Frame = {
      kind: 'frame',
      destination: ZERO_MAC,
      source: ZERO_MAC,
      payload: unit.kind === 'frame' ? unit.payload : packet,
    };
    const { network, stack, name } = device.netns;
    network.scheduler.after(1, () => {
      trace.enter(name, network.nowUs);
      trace.add({ kind: 'receive', device: device.name, frame });
      // The header is gone by the time that anybody counts.
      count(device.sent, packet);
      count(device.received, packet);
      network.capture(device, 'in', frame, trace);
      stack.receiveLoopback(device, skb);
    });
  },
};
