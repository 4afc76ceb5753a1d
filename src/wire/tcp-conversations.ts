/**
 * Where the numbers of each TCP conversation began, so that they can be counted from there: the hash
 * of print-tcp.c (tcpdump 4.99). The first segment with an ACK begins a conversation, seen or not.
 */

/** One direction of a conversation as it stands in a segment. */
interface SegmentEnds {
  readonly source: number;
  readonly sourcePort: number;
  readonly destination: number;
  readonly destinationPort: number;
}

/** The numbers to subtract: from what the segment's sender counts, and from what it acknowledges. */
interface Origins {
  readonly own: number;
  readonly other: number;
}

export interface RelativeNumbers {
  readonly sequence: number;
  readonly acknowledgement: number;
  /** What SACK ranges are counted from. */
  readonly other: number;
}

export class TcpConversations {
  /** By both ends, the one with the lower port first; `own` is that one's. */
  readonly #origins = new Map<string, Origins>();

  /** The numbers of a segment with an ACK; one with SYN, or the first seen, keeps its own. */
  relative(
    ends: SegmentEnds,
    isSyn: boolean,
    sequence: number,
    acknowledgement: number,
  ): RelativeNumbers {
    const isReversed = comesSecond(ends);
    const key = isReversed ? keyOf(mirrored(ends)) : keyOf(ends);
    const known = isSyn ? undefined : this.#origins.get(key);
    const before = (acknowledgement - 1) >>> 0;
    if (known === undefined) {
      const origins = isReversed
        ? { own: before, other: sequence }
        : { own: sequence, other: before };
      this.#origins.set(key, origins);
      return { sequence, acknowledgement, other: isReversed ? origins.own : origins.other };
    }
    const own = isReversed ? known.other : known.own;
    const other = isReversed ? known.own : known.other;
    return {
      sequence: (sequence - own) >>> 0,
      acknowledgement: (acknowledgement - other) >>> 0,
      other,
    };
  }
}

function comesSecond({ source, sourcePort, destination, destinationPort }: SegmentEnds): boolean {
  return sourcePort === destinationPort ? source > destination : sourcePort > destinationPort;
}

function mirrored(ends: SegmentEnds): SegmentEnds {
  return {
    source: ends.destination,
    sourcePort: ends.destinationPort,
    destination: ends.source,
    destinationPort: ends.sourcePort,
  };
}

function keyOf({ source, sourcePort, destination, destinationPort }: SegmentEnds): string {
  return `${source}.${sourcePort}>${destination}.${destinationPort}`;
}
