/**
 * What a reader points at, with the pointer or with the focus: a field of the tree or a byte. Either
 * way one field is meant, and its bytes.
 */
import { itemAtByte, type TreeItem } from './tree-items';

export type Spot =
  | { readonly pane: 'tree'; readonly id: string }
  /** Bytes from the start of the frame. */
  | { readonly pane: 'bytes'; readonly at: number };

/** Nothing where this frame has no such field or byte. */
export function itemOf(spot: Spot | undefined, items: readonly TreeItem[]): TreeItem | undefined {
  if (spot === undefined) return undefined;
  if (spot.pane === 'bytes') return itemAtByte(items, spot.at);
  return items.find(({ id }) => id === spot.id);
}
