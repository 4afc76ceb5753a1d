/**
 * The fields of a frame as the lines of a tree, each before what it holds. A packet that another one
 * carries stands one level deeper than its carrier: so one sees which IP header is the outer one.
 */
import type { FieldNode } from '../../../wire/dissect/field-tree';

export interface TreeItem {
  /**
   * The names on the way to it: the same for the same field of every frame, so that what was opened in
   * one frame is open in the next.
   */
  readonly id: string;
  /** `inner` is the packet that those above carry: a line that no dissector has. */
  readonly kind: 'field' | 'inner';
  readonly field: FieldNode;
  /** From 1. */
  readonly level: number;
  readonly parent: TreeItem | undefined;
  /** Its place among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  readonly isParent: boolean;
}

/** Headers that begin a packet. */
const LINK = 'eth';
const NETWORK = 'ip';

/** @param protocols in their order, inner after outer, as `dissect` gives them */
export function treeItems(protocols: readonly FieldNode[]): readonly TreeItem[] {
  const items: TreeItem[] = [];
  addItems(items, nestInner(protocols), undefined);
  return items;
}

/** Those that are seen while all but `isOpen` are closed. */
export function visibleItems(
  items: readonly TreeItem[],
  isOpen: (item: TreeItem) => boolean,
): readonly TreeItem[] {
  let closed = Number.POSITIVE_INFINITY;
  return items.filter((item) => {
    if (item.level > closed) return false;
    closed = item.isParent && !isOpen(item) ? item.level : Number.POSITIVE_INFINITY;
    return true;
  });
}

/** The line that stands for an item while it may be within a closed one. */
export function visibleFor(
  item: TreeItem | undefined,
  visible: ReadonlySet<TreeItem>,
): TreeItem | undefined {
  let seen = item;
  while (seen !== undefined && !visible.has(seen)) seen = seen.parent;
  return seen;
}

/**
 * The shortest field that covers a byte, and of several as short the first: a byte of flags is that of
 * the flags, not of one of them.
 * @param at from the start of the frame
 */
export function itemAtByte(items: readonly TreeItem[], at: number): TreeItem | undefined {
  let found: TreeItem | undefined;
  for (const item of items) {
    const { offset, length } = item.field;
    if (item.kind === 'inner' || at < offset || at >= offset + length) continue;
    if (found === undefined || length < found.field.length) found = item;
  }
  return found;
}

/** A protocol, or the packet within those before it. */
type Branch =
  | { readonly kind: 'field'; readonly field: FieldNode }
  | { readonly kind: 'inner'; readonly field: FieldNode; readonly branches: readonly Branch[] };

function nestInner(protocols: readonly FieldNode[]): readonly Branch[] {
  const network = protocols.findIndex(({ name }) => name === NETWORK);
  const inner = protocols.findIndex(
    ({ name }, at) => network >= 0 && at > network && (name === LINK || name === NETWORK),
  );
  const outer = inner < 0 ? protocols : protocols.slice(0, inner);
  const branches: Branch[] = outer.map((field) => ({ kind: 'field', field }));
  if (inner >= 0) {
    const carried = protocols.slice(inner);
    branches.push({ kind: 'inner', field: wholeOf(carried), branches: nestInner(carried) });
  }
  return branches;
}

function wholeOf(protocols: readonly FieldNode[]): FieldNode {
  const offset = Math.min(...protocols.map((protocol) => protocol.offset));
  const end = Math.max(...protocols.map((protocol) => protocol.offset + protocol.length));
  return { name: 'inner', label: '', value: '', offset, length: end - offset, children: [] };
}

function addItems(
  items: TreeItem[],
  branches: readonly Branch[],
  parent: TreeItem | undefined,
): void {
  const named = new Map<string, number>();
  branches.forEach((branch, at) => {
    const { kind, field } = branch;
    const count = named.get(field.name) ?? 0;
    named.set(field.name, count + 1);
    const below = kind === 'inner' ? branch.branches : field.children.map(asBranch);
    const item: TreeItem = {
      id: `${parent?.id ?? ''}/${field.name}${count === 0 ? '' : `~${count}`}`,
      kind,
      field,
      level: (parent?.level ?? 0) + 1,
      parent,
      position: at + 1,
      siblings: branches.length,
      isParent: below.length > 0,
    };
    items.push(item);
    addItems(items, below, item);
  });
}

function asBranch(field: FieldNode): Branch {
  return { kind: 'field', field };
}
