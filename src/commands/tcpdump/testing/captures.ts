/**
 * Capture files with one frame of each kind, for tcpdump to judge: of an Ethernet device, of one
 * without a link layer, and of all devices at once.
 */
import { ipv4 } from '../../../addr/ipv4';
import { BROADCAST_MAC, mac } from '../../../addr/mac';
import { invariant } from '../../../base/invariant';
import type { Device } from '../../../kernel/devices/device';
import type { CapturedFrame } from '../../../trace/trace';
import {
  captureBytes,
  LINKTYPE_ETHERNET,
  LINKTYPE_LINUX_SLL2,
  LINKTYPE_RAW,
} from '../../../wire/capture/capture';
import { writePcap } from '../../../wire/capture/pcap';
import type { Frame } from '../../../wire/ethernet';
import { TCP_ACK, TCP_PSH, TCP_SYN } from '../../../wire/tcp';
import {
  datagram,
  frameOf,
  sampleFrames,
  samplePackets,
  segment,
} from '../../../wire/testing/sample-frames';
import { twoHosts } from '../../testing/two-hosts';
import { cookedBytes } from '../cooked-frame';

const BEGIN_US = 1_725_570_000_000_000;
const STEP_US = 1_234_567;

const HTTP = [
  'GET / HTTP/1.1\r\nHost: pod2\r\n\r\n',
  'HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\n<html>\n\u0001\n',
  'post /cut HTTP/1.1',
  'GET /carriage\rreturn',
  'hello',
  'HTTP/1.1 2000 no',
];

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What is in every file besides the samples. */
function more(): readonly Frame[] {
  const text = bytesOf('GET / HTTP/1.0\r\n\r\n');
  const [arp] = sampleFrames();
  invariant(arp !== undefined, 'there are samples');
  return [
    { ...arp, destination: BROADCAST_MAC },
    { ...frameOf(datagram({})), destination: mac('01:00:5e:00:00:fb') },
    frameOf({ ...datagram({}), destination: ipv4('224.0.0.251') }),
    frameOf({ ...datagram({}), destination: ipv4('255.255.255.255') }),
    frameOf({ ...datagram({}), source: ipv4('10.0.0.7'), destination: ipv4('10.0.1.7') }),
    frameOf(segment({ sourcePort: 52_000, destinationPort: 8443, flags: TCP_SYN })),
    frameOf(segment({ sourcePort: 8443, destinationPort: 52_000, flags: TCP_SYN | TCP_ACK })),
    frameOf(segment({ destinationPort: 8000, flags: TCP_PSH | TCP_ACK, data: text })),
    ...HTTP.map((line) => {
      const data = bytesOf(line);
      return frameOf(segment({ destinationPort: 80, flags: TCP_PSH | TCP_ACK, data }));
    }),
    frameOf({ kind: 'unknown', etherType: 0x88b5, bytes: text }),
  ];
}

function frames(): readonly Frame[] {
  return [...sampleFrames(), ...more()];
}

interface FileOptions {
  readonly snapLength?: number;
  /** One byte of each frame is wrong. */
  readonly isSpoilt?: boolean;
}

function fileOf(
  linkType: number,
  seen: readonly Uint8Array[],
  { snapLength, isSpoilt = false }: FileOptions,
): Uint8Array {
  const written = seen.map((bytes, index) => ({
    atUs: BEGIN_US + index * STEP_US,
    bytes: (isSpoilt ? spoilt(bytes, index) : bytes).subarray(0, snapLength),
    wireLength: bytes.length,
  }));
  return writePcap(linkType, written, snapLength);
}

function spoilt(bytes: Uint8Array, index: number): Uint8Array {
  const place = (index * 7) % bytes.length;
  return bytes.map((byte, at) => (at === place ? byte ^ 0x41 : byte));
}

export function ethernetFile(options: FileOptions = {}): Uint8Array {
  return fileOf(LINKTYPE_ETHERNET, frames().map(captureBytes), options);
}

export function rawFile(options: FileOptions = {}): Uint8Array {
  return fileOf(LINKTYPE_RAW, samplePackets().map(captureBytes), options);
}

/** In, out and for others in turns; by a device that the host does have, and one that it does not. */
export function cookedFile(options: FileOptions = {}): Uint8Array {
  const netns = twoHosts();
  const device = netns.devices.get('lo');
  invariant(device !== undefined, 'there is lo');
  const seen = frames().map((frame, index) => cookedBytes(seenBy(device, frame, index), device));
  return fileOf(LINKTYPE_LINUX_SLL2, seen, options);
}

function seenBy(device: Device, frame: Frame, index: number): CapturedFrame {
  const directions = ['in', 'out', 'other'] as const;
  return {
    host: device.netns.name,
    device: device.name,
    direction: directions[index % 3] ?? 'in',
    atUs: 0,
    frame,
    trace: 1,
  };
}
