/**
 * A node of the tree while its protocol is still being read: labels gain what is learnt later, and
 * a header's length is known at its end.
 */
import type { FieldNode } from './field-tree';

export interface GrowingNode extends FieldNode {
  label: string;
  length: number;
  readonly children: GrowingNode[];
}

export function growingNode(
  name: string,
  label: string,
  value: string,
  offset: number,
  length: number,
): GrowingNode {
  return { name, label, value, offset, length, children: [] };
}
