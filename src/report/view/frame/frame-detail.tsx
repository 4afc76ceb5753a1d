/** One frame taken apart: its fields and its bytes, and what belongs together lit in both. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { dissect } from '../../../wire/dissect/dissect';
import type { PageCapture } from '../../model/capture';
import { FRAME_WORDS } from '../../words/frame-words';
import { Say } from '../../words/say';
import { BytePane } from './byte-pane';
import { FieldStatus } from './field-status';
import { FieldTreeView } from './field-tree-view';
import { contentOf } from './frame-content';
import { useOpenItems } from './open-items';
import { itemOf, type Spot } from './spot';
import { treeItems, visibleFor, visibleItems } from './tree-items';

interface FrameDetailProps {
  readonly capture: PageCapture;
  /** In the capture. */
  readonly place: number;
}

export function FrameDetail({ capture, place }: FrameDetailProps): JSX.Element {
  const { bytes, items } = useMemo(() => {
    const { bytes: whole, linkType, atUs } = contentOf(capture, place);
    return { bytes: whole, items: treeItems(dissect(whole, linkType, atUs)) };
  }, [capture, place]);
  const { isOpen, open, reveal } = useOpenItems();
  const [kept, setKept] = useState<Spot>();
  const [hovered, setHovered] = useState<Spot>();
  const spot = hovered ?? kept;
  const meant = itemOf(spot, items);
  const held = itemOf(kept, items);
  const visible = visibleItems(items, isOpen);
  const seen = new Set(visible);
  const active = visibleFor(held, seen) ?? visible[0];
  const { offset, length } = meant?.field ?? { offset: 0, length: 0 };
  const stop = kept?.pane === 'bytes' ? kept.at : (held?.field.offset ?? 0);
  if (active === undefined || bytes.length === 0) {
    return (
      <p class="frame-hint">
        <Say words={FRAME_WORDS.noBytes} />
      </p>
    );
  }
  return (
    <div class="frame-detail">
      <FieldTreeView
        visible={visible}
        active={active}
        lit={visibleFor(meant, seen)}
        isOpen={isOpen}
        onOpen={open}
        onHover={(item) => setHovered(item && { pane: 'tree', id: item.id })}
        onFocus={({ id }) => setKept({ pane: 'tree', id })}
      />
      <BytePane
        bytes={bytes}
        lit={{ from: offset, to: offset + length }}
        stop={Math.min(stop, bytes.length - 1)}
        pointed={spot?.pane === 'bytes' ? spot.at : undefined}
        onHover={(at) => setHovered(at === undefined ? undefined : { pane: 'bytes', at })}
        onFocus={(at) => setKept({ pane: 'bytes', at })}
        onReveal={(at) => {
          setKept({ pane: 'bytes', at });
          reveal(itemOf({ pane: 'bytes', at }, items));
        }}
      />
      <FieldStatus field={meant?.kind === 'field' ? meant.field : undefined} />
    </div>
  );
}
