/**
 * Reads a capture while it is being written: the records of draft-ietf-opsawg-pcap as they come through
 * a pipe. Unlike a file, a stream ends anywhere; unlike `readPcap` this keeps nanoseconds, by which
 * frames of several interfaces are put in order.
 */
import { CaptureFormatError } from '../../../wire/capture/capture';

export interface StreamedPacket {
  /** Since 1970, in nanoseconds; a number would not hold it. */
  readonly atNs: bigint;
  readonly bytes: Uint8Array;
  /** Whether the capture cut it short. */
  readonly isCut: boolean;
}

const FILE_HEADER_SIZE = 24;
const RECORD_HEADER_SIZE = 16;
const NANOSECONDS = 0xa1b23c4d;
const LINKTYPE_MASK = 0x0fffffff;

export class PcapStream {
  #rest: Uint8Array = new Uint8Array(0);
  #linkType: number | undefined;
  #isLittle = true;

  /** `undefined` until the head of the stream was read. */
  get linkType(): number | undefined {
    return this.#linkType;
  }

  /** Takes the next bytes. @returns the packets that are whole now. @throws CaptureFormatError */
  take(chunk: Uint8Array): readonly StreamedPacket[] {
    const bytes = joined(this.#rest, chunk);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = this.#takeHeader(view);
    const packets: StreamedPacket[] = [];
    while (this.#linkType !== undefined && at + RECORD_HEADER_SIZE <= bytes.length) {
      const length = view.getUint32(at + 8, this.#isLittle);
      const start = at + RECORD_HEADER_SIZE;
      if (start + length > bytes.length) break;
      const seconds = BigInt(view.getUint32(at, this.#isLittle));
      packets.push({
        atNs: seconds * 1_000_000_000n + BigInt(view.getUint32(at + 4, this.#isLittle)),
        bytes: bytes.slice(start, start + length),
        isCut: view.getUint32(at + 12, this.#isLittle) > length,
      });
      at = start + length;
    }
    this.#rest = bytes.slice(at);
    return packets;
  }

  /** @returns where the records begin in what is there now */
  #takeHeader(view: DataView): number {
    if (this.#linkType !== undefined || view.byteLength < FILE_HEADER_SIZE) return 0;
    this.#isLittle = view.getUint32(0, true) === NANOSECONDS;
    if (view.getUint32(0, this.#isLittle) !== NANOSECONDS) {
      throw new CaptureFormatError('not a pcap stream with nanoseconds');
    }
    this.#linkType = view.getUint32(20, this.#isLittle) & LINKTYPE_MASK;
    return FILE_HEADER_SIZE;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
