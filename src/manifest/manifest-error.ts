/**
 * What is wrong with a manifest, and where. The message is complete: place, field, reason and the
 * line itself with a caret; whoever shows it adds nothing, and never a stack trace.
 */
import { drawExcerpt } from './excerpt';

export type ManifestErrorCode =
  /** The text as YAML. */
  | 'too-large'
  | 'too-deep'
  | 'too-many-documents'
  | 'too-many-aliases'
  | 'syntax'
  | 'bad-key'
  | 'duplicate-key'
  | 'not-a-mapping'
  | 'no-resource'
  /** A document as a resource. */
  | 'unknown-kind'
  | 'unknown-field'
  | 'required'
  | 'invalid'
  /** A resource among others. */
  | 'duplicate-name'
  | 'unknown-node'
  | 'unknown-namespace'
  | 'conflict'
  | 'immutable'
  /** IPAM has none left. */
  | 'no-address'
  | 'no-address'
  | 'not-modelled';

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly code: ManifestErrorCode;
  /** What the text is called: `features/manifests/two-pods.yaml`. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, without the place: `spec.vxlanmode: unknown field; did you mean vxlanMode?` */
  readonly reason: string;

  constructor(
    code: ManifestErrorCode,
    reason: string,
    source: string,
    text: string,
    { line, column }: Position,
  ) {
    super(`${source}:${line}:${column}: ${reason}\n\n${drawExcerpt(text, line, column)}`);
    this.code = code;
    this.reason = reason;
    this.source = source;
    this.line = line;
    this.column = column;
  }
}
