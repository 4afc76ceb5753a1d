/** Which lines of the tree are open. What was opened in one frame stays so in the next. */
import { useState } from 'preact/hooks';
import type { TreeItem } from './tree-items';

/** The subject of the scenarios: what they say of packets stands in these headers. */
const OPEN_AT_FIRST: readonly string[] = ['ip', 'arp'];

export interface OpenItems {
  isOpen(item: TreeItem): boolean;
  open(item: TreeItem, isOpen: boolean): void;
  /** Opens all that hide it. */
  reveal(item: TreeItem | undefined): void;
}

export function useOpenItems(): OpenItems {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  return {
    isOpen: (item) => chosen.get(item.id) ?? isOpenAtFirst(item),
    open: (item, isOpen) => setChosen((before) => new Map(before).set(item.id, isOpen)),
    reveal(item) {
      setChosen((before) => {
        const after = new Map(before);
        for (let above = item?.parent; above !== undefined; above = above.parent) {
          after.set(above.id, true);
        }
        return after;
      });
    },
  };
}

function isOpenAtFirst({ kind, field, parent }: TreeItem): boolean {
  if (kind === 'inner') return true;
  const isProtocol = parent === undefined || parent.kind === 'inner';
  return isProtocol && OPEN_AT_FIRST.includes(field.name);
}
