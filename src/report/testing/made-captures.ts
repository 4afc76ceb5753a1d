/**
 * Captures for tests of what shows them: a ping through IP-in-IP as its interfaces saw it, a TCP
 * handshake through VXLAN, an ICMP error, and frames that nobody should have sent.
 */
import { encodeFrame, encodePacket } from '../../wire/encode';
import type { FramePayload } from '../../wire/ethernet';
import { TCP_ACK, TCP_SYN } from '../../wire/tcp';
import {
  echo,
  frameOf,
  ipip,
  packetOf,
  samplePackets,
  segment,
  vxlan,
} from '../../wire/testing/sample-frames';
import type { PageCapture, PageFrame } from '../model/capture';

const ETHERNET = 1;
const IPV4 = 228;

interface MadeFrame {
  readonly at: number;
  readonly direction: PageFrame['direction'];
  readonly bytes: Uint8Array;
}

/** @param frames a frame each 40 µs; equal bytes stand once */
export function madeCapture(
  interfaces: PageCapture['interfaces'],
  frames: readonly MadeFrame[],
): PageCapture {
  const contents: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (bytes: Uint8Array): number => {
    const content = Buffer.from(bytes).toString('base64');
    const place = places.get(content) ?? contents.length;
    if (place === contents.length) contents.push(content);
    places.set(content, place);
    return place;
  };
  const made = frames.map(({ at, direction, bytes }, place) => ({
    at,
    direction,
    atUs: 1_000_000 + place * 40,
    content: placeOf(bytes),
  }));
  return { interfaces, frames: made, contents };
}

const REQUEST = packetOf({});
const REPLY = packetOf({
  source: REQUEST.destination,
  destination: REQUEST.source,
  ttl: 62,
  payload: echo('reply'),
});

/** Of two interfaces of k8s-w1; the tunnel's has no link layer. */
export function pingCapture(): PageCapture {
  const ethernet = (payload: FramePayload): Uint8Array => encodeFrame(frameOf(payload));
  return madeCapture(
    [
      { name: 'k8s-w1 calice0906292e2', linkType: ETHERNET },
      { name: 'k8s-w1 tunl0', linkType: IPV4 },
      { name: 'k8s-w1 ens5', linkType: ETHERNET },
    ],
    [
      { at: 0, direction: 'in', bytes: ethernet(REQUEST) },
      { at: 1, direction: 'out', bytes: encodePacket(REQUEST) },
      { at: 2, direction: 'out', bytes: ethernet(ipip(REQUEST)) },
      { at: 2, direction: 'in', bytes: ethernet(ipip(REPLY)) },
      { at: 1, direction: 'in', bytes: encodePacket(REPLY) },
      { at: 0, direction: 'out', bytes: ethernet(REPLY) },
      { at: 2, direction: 'out', bytes: ethernet(vxlan(segment({ flags: TCP_SYN }))) },
      { at: 2, direction: 'other', bytes: ethernet(vxlan(segment({ flags: TCP_SYN | TCP_ACK }))) },
      ...samplePackets().map((packet) => ({
        at: 0,
        direction: 'in' as const,
        bytes: ethernet(packet),
      })),
    ],
  );
}

/** As many frames as a long run leaves at an interface. */
export function longCapture(count: number): PageCapture {
  const bytes = encodeFrame(frameOf(REQUEST));
  const frames = Array.from({ length: count }, () => ({ at: 0, direction: 'in' as const, bytes }));
  return madeCapture([{ name: 'k8s-w1 ens5', linkType: ETHERNET }], frames);
}

/** Bytes that are no frames, places that are not there, and a name that wants to be markup. */
export function hostileCapture(): PageCapture {
  const whole = encodeFrame(frameOf(ipip(REQUEST)));
  const cuts = [0, 1, 13, 15, 33, 35, 54, 60].map((length) => whole.subarray(0, length));
  const ones = new Uint8Array(200).fill(255);
  const capture = madeCapture(
    [
      { name: '<img src=x onerror=alert(1)>\u202egnp', linkType: ETHERNET },
      { name: 'nobody knows', linkType: 4_242 },
    ],
    [...cuts, ones, whole].flatMap((bytes) => [
      { at: 0, direction: 'in', bytes },
      { at: 1, direction: 'out', bytes },
    ]),
  );
  const strays: readonly PageFrame[] = [
    { at: 99, atUs: 0, direction: 'in', content: 0 },
    { at: 0, atUs: 0, direction: 'in', content: 99 },
    { at: 0, atUs: 0, direction: 'in', content: capture.contents.length },
  ];
  return {
    ...capture,
    frames: [...capture.frames, ...strays],
    contents: [...capture.contents, '%%% no Base64 %%%'],
  };
}
