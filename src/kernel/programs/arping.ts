/**
 * Hand-made ARP requests and whoever answers them (arping(8)), and hand-made echo requests whose
 * source may be anybody's: what a packet socket sends, past routing and netfilter (packet(7)).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, type Mac, ZERO_MAC } from '../../addr/mac';
import type { ArpPacket } from '../../wire/arp';
import type { Frame, FramePayload } from '../../wire/ethernet';
import type { Device } from '../devices/device';

export interface ArpingOptions {
  readonly target: Ipv4;
  readonly sender: Ipv4;
  readonly operation: ArpPacket['operation'];
  /** `undefined`: everybody is asked. */
  readonly unicastTo: Mac | undefined;
  /** `undefined`: the device's own. */
  readonly senderMac: Mac | undefined;
  readonly count: number;
  /** How long each question waits for answers; all of the time is used. */
  readonly waitMs: number;
}

/** @returns the MAC addresses that answered, one list for each question */
export function arping(device: Device, options: ArpingOptions): readonly (readonly Mac[])[] {
  const { network } = device.netns;
  return Array.from({ length: options.count }, () => {
    const answers: Mac[] = [];
    const stop = device.netns.listenForArp((at, arp) => {
      const isAnswer = arp.operation === 'reply' && arp.senderIp === options.target;
      if (at === device && isAnswer) answers.push(arp.senderMac);
    });
    sendFrame(device, options.unicastTo ?? BROADCAST_MAC, {
      kind: 'arp',
      operation: options.operation,
      senderMac: options.senderMac ?? device.mac ?? ZERO_MAC,
      senderIp: options.sender,
      targetMac: ZERO_MAC,
      targetIp: options.target,
    });
    network.scheduler.runUntil(network.nowUs + options.waitMs * 1000);
    stop();
    return answers;
  });
}

/** A packet socket's `send`: the frame as it is, from this device. */
export function sendFrame(device: Device, destination: Mac, payload: FramePayload): void {
  const { network, name } = device.netns;
  const frame: Frame = { kind: 'frame', destination, source: device.mac ?? ZERO_MAC, payload };
  const trace = network.newTrace(frame, undefined);
  trace.enter(name, network.nowUs);
  device.transmit(frame, trace, undefined);
}
