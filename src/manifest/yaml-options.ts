/**
 * YAML as a cluster reads it. Kubernetes' reader speaks YAML 1.1 (`yes` is true, `010` is eight), but
 * what it reads becomes JSON: no dates, no base-60 numbers (an unquoted MAC such as 12:34:56:12:34:56
 * would be one), no sets or binaries.
 */
import type { DocumentOptions, ParseOptions, SchemaOptions, Tags } from 'yaml';

const NOT_JSON = new Set(['timestamp', 'binary', 'omap', 'pairs', 'set']);

export const YAML_OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  merge: true,
  // The library's own check is quadratic: 20,000 keys take it six seconds. See check-tree.ts.
  uniqueKeys: false,
  prettyErrors: false,
  customTags: (tags: Tags) =>
    tags.filter(
      (tag) =>
        typeof tag === 'string' ||
        !(NOT_JSON.has(tag.tag.replace(/^.*:/, '')) || tag.format === 'TIME'),
    ),
};
