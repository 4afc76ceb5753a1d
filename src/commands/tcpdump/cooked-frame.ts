/**
 * A frame as `any` shows it: what the interface says of it instead of its link layer (pcap-linux.c of
 * libpcap 1.10, `linux_mmap_v3` with a cooked socket).
 */
import { BROADCAST_MAC, isGroupMac, type Mac } from '../../addr/mac';
import type { Device } from '../../kernel/devices/device';
import type { CapturedFrame } from '../../trace/trace';
import { captureBytes } from '../../wire/capture/capture';
import { viewOf } from '../../wire/codec';
import { ETHERNET_SIZE, ETHERTYPE_IPV4, etherTypeOf, type Frame } from '../../wire/ethernet';
import type { Ipv4Packet } from '../../wire/ipv4';
import {
  HARDWARE_ETHERNET,
  HARDWARE_LOOPBACK,
  HARDWARE_TUNNEL,
  SLL_BROADCAST,
  SLL_HOST,
  SLL_MULTICAST,
  SLL_OTHER_HOST,
  SLL_OUTGOING,
  SLL2_SIZE,
  writeSll2,
} from '../../wire/sll2';

export function cookedBytes(seen: CapturedFrame, device: Device): Uint8Array {
  const { frame } = seen;
  const whole = captureBytes(frame);
  const payload = frame.kind === 'frame' ? whole.subarray(ETHERNET_SIZE) : whole;
  const bytes = new Uint8Array(SLL2_SIZE + payload.length);
  const header = {
    etherType: frame.kind === 'frame' ? etherTypeOf(frame.payload) : ETHERTYPE_IPV4,
    interfaceIndex: device.ifindex,
    hardwareType: hardwareType(device),
    packetType: packetType(seen.direction, frame),
    source: sourceOf(frame),
  };
  writeSll2(header, viewOf(bytes), 0);
  bytes.set(payload, SLL2_SIZE);
  return bytes;
}

function hardwareType(device: Device): number {
  if (device.driver.kind === 'loopback') return HARDWARE_LOOPBACK;
  return device.driver.hasLinkLayer ? HARDWARE_ETHERNET : HARDWARE_TUNNEL;
}

function packetType(direction: CapturedFrame['direction'], frame: Frame | Ipv4Packet): number {
  if (direction === 'out') return SLL_OUTGOING;
  if (direction === 'other') return SLL_OTHER_HOST;
  if (frame.kind !== 'frame') return SLL_HOST;
  if (frame.destination === BROADCAST_MAC) return SLL_BROADCAST;
  return isGroupMac(frame.destination) ? SLL_MULTICAST : SLL_HOST;
}

function sourceOf(frame: Frame | Ipv4Packet): Mac | undefined {
  return frame.kind === 'frame' ? frame.source : undefined;
}
