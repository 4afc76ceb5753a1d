/**
 * A packet as a filter's program sees it (bpf(4), `bpf_filter`): bytes to load, and a packet that is
 * refused as soon as it loads beyond its end, whatever the rest of the program would say.
 */
import { viewOf } from '../../../wire/codec';

/** How the capturing host saw the frame; a capture file does not know. */
export interface SeenBy {
  readonly isOutgoing: boolean;
  readonly interfaceIndex: number;
}

export class FilterPacket {
  readonly #view: DataView;
  /** On the wire, in bytes. */
  readonly wireLength: number;
  readonly seenBy: SeenBy | undefined;
  /** Something was loaded that is not there. */
  isRefused = false;

  constructor(bytes: Uint8Array, wireLength: number, seenBy: SeenBy | undefined) {
    this.#view = viewOf(bytes);
    this.wireLength = wireLength;
    this.seenBy = seenBy;
  }

  /** One, two or four bytes as a number; zero, and the packet is refused, where there are none. */
  load(at: number, size: number): number {
    if (at + size > this.#view.byteLength) return this.refuse();
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at) : this.#view.getUint32(at);
  }

  refuse(): number {
    this.isRefused = true;
    return 0;
  }
}
