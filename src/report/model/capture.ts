/**
 * The frames of a scenario as the page keeps them: bytes that crossed several interfaces stand there
 * once. Data only, as it stands in JSON.
 */

export interface PageCapture {
  readonly interfaces: readonly {
    /** `k8s-w1 tunl0`. */
    readonly name: string;
    /** https://www.tcpdump.org/linktypes.html: 1 for Ethernet, 101 for bare IPv4. */
    readonly linkType: number;
  }[];
  /** In the order of the capture: a `frame` of a walk is a place in this list. */
  readonly frames: readonly PageFrame[];
  /** Base64, each different content once. */
  readonly contents: readonly string[];
}

export interface PageFrame {
  /** A place in `interfaces`. */
  readonly at: number;
  /** Microseconds of the scenario. */
  readonly atUs: number;
  readonly direction: 'in' | 'out' | 'other';
  /** A place in `contents`. */
  readonly content: number;
}
