/**
 * What tcpdump would print of frames. A frame is one object from device to device, so each is printed once.
 */
import type { Frame } from '../../wire/ethernet';
import type { Ipv4Packet } from '../../wire/ipv4';
import { packetLine } from '../../wire/print';

export class PacketLines {
  readonly #known = new Map<Frame | Ipv4Packet, string>();

  of(packet: Frame | Ipv4Packet): string {
    let line = this.#known.get(packet);
    if (line === undefined) {
      line = packetLine(packet);
      this.#known.set(packet, line);
    }
    return line;
  }
}
