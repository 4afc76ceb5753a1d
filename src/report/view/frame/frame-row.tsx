/** One frame in one row. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { summarise } from '../../../wire/dissect/dissect';
import type { PageCapture } from '../../model/capture';
import { DIRECTION_WORDS } from '../../words/frame-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { contentOf } from './frame-content';
import { timeOf } from './frame-rows';

const NAME_MAX = 100;
const INFO_MAX = 300;

interface FrameRowProps {
  readonly capture: PageCapture;
  /** In the capture. */
  readonly place: number;
  /** In the list, from 0. */
  readonly row: number;
  readonly isSelected: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  onSelect(place: number): void;
}

export function FrameRow(props: FrameRowProps): JSX.Element {
  const { capture, place, row, isSelected, isStop, onSelect } = props;
  const cells = useMemo(() => <Cells capture={capture} place={place} />, [capture, place]);
  return (
    <tr
      class="frame-row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onSelect(place)}
    >
      {cells}
    </tr>
  );
}

function Cells({ capture, place }: Pick<FrameRowProps, 'capture' | 'place'>): JSX.Element {
  const { bytes, linkType } = contentOf(capture, place);
  const { protocol, source, destination, info } = summarise(bytes, linkType);
  const frame = capture.frames[place];
  const direction = DIRECTION_WORDS[frame?.direction ?? 'other'];
  return (
    <>
      <td class="frame-count">{place + 1}</td>
      <td class="frame-count">{timeOf(capture, place)}</td>
      <td>{shown(source, NAME_MAX)}</td>
      <td>{shown(destination, NAME_MAX)}</td>
      <td>
        <span class={`frame-kind frame-kind-${kindOf(protocol)}`}>{shown(protocol, NAME_MAX)}</span>
      </td>
      <td class="frame-count">{bytes.length}</td>
      <td class="frame-info">{shown(info, INFO_MAX)}</td>
      <td class="frame-at">
        <span aria-hidden="true">{direction.sign}</span>{' '}
        {shown(capture.interfaces[frame?.at ?? -1]?.name ?? '', NAME_MAX)}
        <span class="hidden-words">
          {' '}
          <Say words={direction} />
        </span>
      </td>
    </>
  );
}

/** Protocols that have a colour. */
const KINDS: readonly string[] = ['arp', 'icmp', 'tcp', 'udp', 'http', 'dns'];

function kindOf(protocol: string): string {
  const kind = protocol.toLowerCase();
  return KINDS.includes(kind) ? kind : 'other';
}
