/**
 * Captured frames as a pcapng file: every interface under its host's name, as `k8s-w1 tunl0`.
 */
import type { CapturedFrame } from '../../trace/trace';
import { type CaptureInterface, captureBytes, linkTypeOf } from '../../wire/capture/capture';
import { writePcapng } from '../../wire/capture/write-pcapng';
import type { Frame } from '../../wire/ethernet';
import type { Ipv4Packet } from '../../wire/ipv4';

/** The bytes of a file that Wireshark opens. */
export function captureOf(frames: readonly CapturedFrame[]): Uint8Array {
  const interfaces = new Map<string, CaptureInterface>();
  // A frame is one object from device to device until somebody changes it.
  const encoded = new Map<Frame | Ipv4Packet, Uint8Array>();
  const captured = frames.map(({ host, device, direction, atUs, frame }) => {
    const name = `${host} ${device}`;
    if (!interfaces.has(name)) interfaces.set(name, { name, linkType: linkTypeOf(frame) });
    let bytes = encoded.get(frame);
    if (bytes === undefined) {
      bytes = captureBytes(frame);
      encoded.set(frame, bytes);
    }
    return { interfaceName: name, atUs, direction, bytes };
  });
  return writePcapng({ interfaces: [...interfaces.values()], frames: captured });
}
