/**
 * The protocols and fields of a frame as an ARIA tree. Its lines stand flat, each with its level, so
 * that a line's name is its own text and not that of all below it.
 */
import type { JSX } from 'preact';
import { FRAME_WORDS } from '../../words/frame-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { useRovingFocus } from './roving-focus';
import type { TreeItem } from './tree-items';
import { moveInTree } from './tree-keys';

const LABEL_MAX = 500;
/** Deeper ones stand below each other: tunnels in tunnels have no end. */
const INDENT_MAX = 12;

interface FieldTreeViewProps {
  readonly visible: readonly TreeItem[];
  readonly active: TreeItem;
  readonly lit: TreeItem | undefined;
  isOpen(item: TreeItem): boolean;
  onOpen(item: TreeItem, isOpen: boolean): void;
  /** The pointer is over it; over none. */
  onHover(item: TreeItem | undefined): void;
  onFocus(item: TreeItem): void;
}

export function FieldTreeView(props: FieldTreeViewProps): JSX.Element {
  const { visible, active, lit, isOpen } = props;
  const pane = useRovingFocus<HTMLDivElement>(active);
  const itemOf = (event: Event): TreeItem | undefined => visible[lineOf(event)];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = moveInTree(visible, active, isOpen, event.key);
    if (move === undefined) return;
    event.preventDefault();
    if (move.open !== undefined) props.onOpen(move.active, move.open);
    props.onFocus(move.active);
  };
  const onClick = (event: Event): void => {
    const item = itemOf(event);
    if (item === undefined) return;
    if (item.isParent) props.onOpen(item, !isOpen(item));
    props.onFocus(item);
  };
  return (
    <fieldset class="frame-tree-name">
      <legend class="hidden-words">
        <Say words={FRAME_WORDS.tree} />
      </legend>
      <div
        ref={pane}
        class="frame-tree"
        role="tree"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={(event) => props.onHover(itemOf(event))}
        onPointerLeave={() => props.onHover(undefined)}
        onFocusIn={(event) => props.onFocus(itemOf(event) ?? active)}
      >
        {visible.map((item, at) => (
          <TreeLine
            key={item.id}
            item={item}
            at={at}
            isActive={item === active}
            isLit={item === lit}
            isOpen={isOpen(item)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The line that an event is about, from 0; -1 for none. */
function lineOf({ target }: Event): number {
  const line = target instanceof Element ? target.closest('[data-line]') : null;
  return Number(line?.getAttribute('data-line') ?? -1);
}

interface TreeLineProps {
  readonly item: TreeItem;
  readonly at: number;
  readonly isActive: boolean;
  readonly isLit: boolean;
  readonly isOpen: boolean;
}

function TreeLine({ item, at, isActive, isLit, isOpen }: TreeLineProps): JSX.Element {
  const { kind, field, level, isParent } = item;
  const sign = isOpen ? '▾' : '▸';
  const classes = ['frame-field', `frame-level-${Math.min(level, INDENT_MAX)}`];
  if (level === 1 || kind === 'inner' || item.parent?.kind === 'inner') {
    classes.push('frame-protocol');
  }
  if (kind === 'inner') classes.push('frame-inner');
  if (isLit) classes.push('frame-lit');
  return (
    <div
      class={classes.join(' ')}
      role="treeitem"
      aria-level={level}
      aria-posinset={item.position}
      aria-setsize={item.siblings}
      aria-expanded={isParent ? isOpen : undefined}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      data-line={at}
    >
      <span class="frame-twist" aria-hidden="true">
        {isParent ? sign : ''}
      </span>
      {kind === 'inner' ? <InnerWords /> : shown(field.label, LABEL_MAX)}
    </div>
  );
}

function InnerWords(): JSX.Element {
  return (
    <span>
      <Say words={FRAME_WORDS.inner} />
      <span class="frame-hint">
        {' · '}
        <Say words={FRAME_WORDS.innerHint} />
      </span>
    </span>
  );
}
