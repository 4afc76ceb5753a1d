/**
 * What a key does in a tree of fields: the WAI-ARIA Authoring Practices' tree view. Right opens or goes
 * in, left closes or goes out, up and down go by what is seen.
 */
import type { TreeItem } from './tree-items';

export interface TreeMove {
  /** The line that is active now. */
  readonly active: TreeItem;
  /** Whether it is opened or closed; absent where it stays as it is. */
  readonly open?: boolean;
}

/**
 * @param visible the lines that are seen, in their order; `active` is one of them
 * @returns nothing where the key does nothing in a tree
 */
export function moveInTree(
  visible: readonly TreeItem[],
  active: TreeItem,
  isOpen: (item: TreeItem) => boolean,
  key: string,
): TreeMove | undefined {
  const at = visible.indexOf(active);
  const goTo = (place: number): TreeMove => ({ active: visible[place] ?? active });
  switch (key) {
    case 'ArrowDown':
      return goTo(at + 1);
    case 'ArrowUp':
      return goTo(at - 1);
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(visible.length - 1);
    case 'ArrowRight':
      if (!active.isParent) return { active };
      return isOpen(active) ? goTo(at + 1) : { active, open: true };
    case 'ArrowLeft':
      if (active.isParent && isOpen(active)) return { active, open: false };
      return { active: active.parent ?? active };
    case 'Enter':
    case ' ':
      return active.isParent ? { active, open: !isOpen(active) } : { active };
    default:
      return undefined;
  }
}
