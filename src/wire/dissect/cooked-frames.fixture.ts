/**
 * Frames as tcpdump captures them of all interfaces at once, for the referee.
 */
import { mac } from '../../addr/mac';
import { LINKTYPE_LINUX_SLL2 } from '../capture/capture';
import { encodeFrame } from '../encode';
import {
  HARDWARE_ETHERNET,
  HARDWARE_LOOPBACK,
  HARDWARE_TUNNEL,
  SLL_OUTGOING,
  SLL2_SIZE,
  type Sll2Header,
  writeSll2,
} from '../sll2';
import { sampleFrames } from '../testing/sample-frames';
import type { JudgedFrame } from './judged-frames.fixture';

const ETHERNET_SIZE = 14;

export function cookedFrames(): JudgedFrame[] {
  const source = mac('a2:2e:1f:be:7c:23');
  return sampleFrames().map((frame, index) => {
    const bytes = encodeFrame(frame);
    const header: Sll2Header = {
      etherType: new DataView(bytes.buffer, bytes.byteOffset).getUint16(12),
      interfaceIndex: index,
      hardwareType:
        [HARDWARE_ETHERNET, HARDWARE_TUNNEL, HARDWARE_LOOPBACK][index % 3] ?? HARDWARE_ETHERNET,
      packetType: index % (SLL_OUTGOING + 1),
      source: index % 2 === 0 ? source : undefined,
    };
    const cooked = new Uint8Array(SLL2_SIZE + bytes.length - ETHERNET_SIZE);
    writeSll2(header, new DataView(cooked.buffer), 0);
    cooked.set(bytes.subarray(ETHERNET_SIZE), SLL2_SIZE);
    return { linkType: LINKTYPE_LINUX_SLL2, atUs: 0, bytes: cooked };
  });
}
