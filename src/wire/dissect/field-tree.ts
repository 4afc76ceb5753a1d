/**
 * What stands in a frame, as a tree of fields: names, words and places are those of tshark 4.0
 * (`tshark -T pdml`), so that a reader of captures finds what Wireshark shows.
 */

export interface FieldNode {
  /** Wireshark's filter name, `ip.src`; '' for a mere line of text. */
  readonly name: string;
  /** As Wireshark's tree shows it: `Source Address: 172.16.158.1`. */
  readonly label: string;
  /** What a filter compares: `172.16.158.1`. */
  readonly value: string;
  /** Bytes from the start of the frame. */
  readonly offset: number;
  /** In bytes; 0 for what is derived. */
  readonly length: number;
  readonly children: readonly FieldNode[];
}

/** The columns of Wireshark's packet list that tell what a frame is. */
export interface FrameSummary {
  readonly protocol: string;
  readonly source: string;
  readonly destination: string;
  readonly info: string;
}
