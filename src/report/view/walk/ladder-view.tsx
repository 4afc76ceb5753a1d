/**
 * The ladder: who sent what to whom in which order, ARP included, time downwards. Each message can be
 * chosen, by pointer or by keyboard.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Walk } from '../../model/walk';
import { Say, SayInSvg } from '../../words/say';
import { shown } from '../../words/shown';
import { moreMessages, ROLE_WORDS, WALK_WORDS } from '../../words/walk-words';
import { useUniqueId } from '../unique-id';
import { columnsOf, type LadderRow, rowsOf } from './ladder-rows';
import { spoken } from './spoken';

const ROW = 26;
const LANE = 92;
const TIME = 64;
const HEAD = 34;
const TEXT = 560;
const LETTERS = 84;
/** More are drawn when somebody asks. */
const ROWS_MAX = 60;

interface LadderProps {
  readonly walk: Walk;
  /** A place in the walk's messages. */
  readonly selected: number | undefined;
  /** None where nothing is live. */
  readonly onSelect?: (message: number) => void;
}

export function Ladder({ walk, selected, onSelect }: LadderProps): JSX.Element {
  const id = useUniqueId();
  const [isWhole, showAll] = useState(false);
  const columns = columnsOf(walk);
  const rows = rowsOf(walk, columns);
  const drawn = isWhole ? rows : rows.slice(0, ROWS_MAX);
  const width = TIME + columns.length * LANE + TEXT;
  const height = HEAD + drawn.length * ROW + 8;
  return (
    <section class="walk-ladder" aria-labelledby={id}>
      <h5 id={id}>
        <Say words={WALK_WORDS.ladder} />
      </h5>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-labelledby={id}
      >
        {columns.map((host, at) => (
          <g key={host}>
            <text class="walk-name walk-middle" x={laneX(at)} y={18}>
              {shown(spoken(host), 15)}
            </text>
            <path class="walk-lane" d={`M${laneX(at)} ${HEAD - 8}V${height}`} />
          </g>
        ))}
        {drawn.map((row, at) => (
          <Message
            key={row.number}
            row={row}
            y={HEAD + at * ROW}
            width={width}
            isSelected={row.number === selected}
            {...(onSelect === undefined ? {} : { onSelect: () => onSelect(row.number) })}
            textX={TIME + columns.length * LANE}
          />
        ))}
      </svg>
      {drawn.length < rows.length && (
        <button type="button" onClick={() => showAll(true)}>
          <Say words={moreMessages(rows.length - drawn.length)} />
        </button>
      )}
    </section>
  );
}

interface MessageProps {
  readonly row: LadderRow;
  readonly y: number;
  readonly width: number;
  readonly textX: number;
  readonly isSelected: boolean;
  readonly onSelect?: () => void;
}

function Message({ row, y, width, textX, isSelected, onSelect }: MessageProps): JSX.Element {
  const { role, ms, text, to } = row;
  return (
    <g
      class={`walk-message walk-${role === 'other' ? 'other-packet' : role}`}
      {...pressed(isSelected, onSelect)}
    >
      <rect class="walk-hit" x={1} y={y - 6} width={width - 2} height={ROW} rx={4} />
      <text class="walk-small walk-end" x={TIME - 10} y={y + 11}>
        {ms}
      </text>
      <Arrows row={row} y={y + 7} />
      <text class="walk-text" x={textX} y={y + 11}>
        <tspan class="walk-small">
          <SayInSvg words={ROLE_WORDS[role]} />{' '}
        </tspan>
        {shown(text, LETTERS)}
        {to.length === 0 && (
          <tspan class="walk-lost">
            {' ✖ '}
            <SayInSvg words={WALK_WORDS.nobody} />
          </tspan>
        )}
      </text>
    </g>
  );
}

/** What makes a message a button: an SVG has none of HTML's. */
function pressed(
  isSelected: boolean,
  onSelect: (() => void) | undefined,
): JSX.SVGAttributes<SVGGElement> {
  if (onSelect === undefined) return {};
  return {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': isSelected,
    onClick: onSelect,
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onSelect();
    },
  };
}

/** One line from who sent to each who got it. */
function Arrows({ row, y }: { readonly row: LadderRow; readonly y: number }): JSX.Element {
  const begin = laneX(row.from);
  if (row.to.length === 0) {
    const end = begin + LANE / 2;
    const cross = `M${end - 5} ${y - 5}l10 10m0 -10l-10 10`;
    return (
      <g>
        <path class="walk-arrow" d={`M${begin} ${y}H${end}`} />
        <path class="walk-cross" d={cross} />
      </g>
    );
  }
  return (
    <g>
      {row.to.map((column) => {
        const end = laneX(column);
        const back = end > begin ? -8 : 8;
        return (
          <g key={column}>
            <path class="walk-arrow" d={`M${begin} ${y}H${end}`} />
            <path class="walk-head" d={`M${end} ${y}l${back} -5v10z`} />
          </g>
        );
      })}
      <circle class="walk-head" cx={begin} cy={y} r={3} />
    </g>
  );
}

function laneX(column: number): number {
  return TIME + column * LANE + LANE / 2;
}
