/**
 * The Calico releases whose bytes can be asked for, and what sets them apart. All static chains are
 * the same from v3.23 to v3.29 but for nat's POSTROUTING hook; v3.30 moved the mark bits.
 */

/** `v3.27` stands for v3.23 to v3.27, `v3.28.1` for v3.28.0 and v3.28.1, `v3.28` for v3.28.2 and on. */
export type CalicoRelease = 'v3.27' | 'v3.28.1' | 'v3.28' | 'v3.30';

/** The bits of a packet's mark that Felix uses (felix/dataplane/driver.go, mask 0xffff0000). */
export interface MarkBits {
  /** A policy or a profile allows the packet; it was accepted already; it was forwarded. */
  readonly accept: number;
  /** Go on with the next tier or the profiles. */
  readonly pass: number;
  /** In raw: it came from a workload. In filter: what a list of blocks said so far. */
  readonly scratch0: number;
  /** All that Felix clears where a packet comes in. */
  readonly all: number;
}

export interface ReleaseTraits {
  readonly marks: MarkBits;
  /** Where nat's POSTROUTING jumps to Calico: before everyone else or after (v3.28.2). */
  readonly natPostrouting: 'insert' | 'append';
  /** What the chain of an endpoint clears first. */
  readonly clearedForEndpoint: number;
  /** Whether the RETURN after a list's last Allow is kept, although the chain ends there. */
  readonly keepsLastReturn: boolean;
}

const FIRST_MARKS: MarkBits = { accept: 0x10000, pass: 0x20000, scratch0: 0x40000, all: 0xf0000 };

// Bit 0x40000 became "drop", so the scratch bits moved up by one.
const V3_30_MARKS: MarkBits = { accept: 0x10000, pass: 0x20000, scratch0: 0x80000, all: 0x1b0000 };

const BOTH_VERDICTS = 0x30000;

export const RELEASE_TRAITS: { readonly [Release in CalicoRelease]: ReleaseTraits } = {
  'v3.27': {
    marks: FIRST_MARKS,
    natPostrouting: 'insert',
    clearedForEndpoint: FIRST_MARKS.accept,
    keepsLastReturn: true,
  },
  'v3.28.1': {
    marks: FIRST_MARKS,
    natPostrouting: 'insert',
    clearedForEndpoint: BOTH_VERDICTS,
    keepsLastReturn: false,
  },
  'v3.28': {
    marks: FIRST_MARKS,
    natPostrouting: 'append',
    clearedForEndpoint: BOTH_VERDICTS,
    keepsLastReturn: false,
  },
  'v3.30': {
    marks: V3_30_MARKS,
    natPostrouting: 'append',
    clearedForEndpoint: BOTH_VERDICTS,
    keepsLastReturn: false,
  },
};
