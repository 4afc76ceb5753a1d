/** A frame as one interface saw it, before anybody knows which packet's way it is a part of. */
import type { CapturedFrame } from '../../../trace/trace';

export interface Sighting extends Omit<CapturedFrame, 'trace' | 'atUs'> {
  /** By the machine's clock, in nanoseconds. */
  readonly atNs: bigint;
  readonly bytes: Uint8Array;
}
