/**
 * What one text of manifests may cost. A submission is data from a stranger: each of these is far
 * above what people write by hand and far below what would hold up a run.
 */
export interface ManifestLimits {
  readonly sizeMaxBytes: number;
  /** How many mappings and lists may stand in one another. */
  readonly depthMax: number;
  readonly documentCountMax: number;
  /** How often the values of anchors may be repeated by their aliases. */
  readonly aliasCountMax: number;
}

export const MANIFEST_LIMITS: ManifestLimits = {
  sizeMaxBytes: 256 * 1024,
  depthMax: 64,
  documentCountMax: 2000,
  aliasCountMax: 100,
};
