/**
 * All that a scenario left as evidence: what the page unfolds when somebody looks. Data only, as it
 * stands in the page, compressed.
 */
import type { PageCapture } from './capture';
import type { Mismatch } from './mismatch';
import type { Topology } from './topology';
import type { Walk } from './walk';

export interface ScenarioEvidence {
  readonly topology?: Topology;
  readonly walks: readonly Walk[];
  readonly mismatches: readonly Mismatch[];
  readonly capture?: PageCapture;
  /** Files beside the page that hold the capture: the first that of all interfaces; none with --single-file. */
  readonly files: readonly CaptureFile[];
}

export interface CaptureFile {
  /** From the page: `captures/nat-outgoing-12.pcapng`. */
  readonly path: string;
  /** `k8s-w1 ens5`; absent for the file of all interfaces. */
  readonly interfaceName?: string;
  readonly frames: number;
}
