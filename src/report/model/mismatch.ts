/**
 * What a violated assertion expected and what there was, for people: data only, as it stands in JSON.
 */

export interface Mismatch {
  /** What is judged: `the ping of default/pod1 to 172.16.158.2`. */
  readonly subject: string;
  readonly expected: string;
  readonly actual: string;
  /** The cause in one sentence, where it is known: which host dropped the packet, by what. */
  readonly cause?: string;
  /** What came closest to what was expected. */
  readonly nearest?: NearestMiss;
  /** The number of the walk that was judged. */
  readonly walk?: number;
}

export interface NearestMiss {
  /** `the frame at k8s-w1 ens5`, `the route of k8s-w1`. */
  readonly what: string;
  /** Its place in the capture, from 0, where it is a frame. */
  readonly frame?: number;
  /** In the order in which they were demanded. */
  readonly fields: readonly FieldMiss[];
}

export interface FieldMiss {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly isSame: boolean;
}
