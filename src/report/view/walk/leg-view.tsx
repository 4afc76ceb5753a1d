/**
 * The way of one packet over the picture of its lab: a line beside that of the other, numbers where it
 * met hosts, an arrow's head or a cross at its end.
 */
import type { JSX } from 'preact';
import type { Walk } from '../../model/walk';
import { SayInSvg } from '../../words/say';
import { WALK_WORDS } from '../../words/walk-words';
import type { Layout, Point } from './topology-layout';
import { badgePoint, reasonPoint } from './topology-marks';
import { hostPoint, type Leg } from './topology-path';

/** Apart by so much that request and reply can be told from each other on the same way. */
const SHIFT = { request: -4, reply: 4 } as const;
const HEAD = 7;

interface LegViewProps {
  readonly leg: Leg;
  readonly walk: Walk;
  readonly layout: Layout;
}

export function LegView({ leg, walk, layout }: LegViewProps): JSX.Element {
  const shift = SHIFT[leg.role];
  const points = leg.points.map(({ x, y }) => ({ x: x + shift, y: y + shift }));
  const fate = leg.packets.at(-1)?.fate;
  const isLost = fate?.kind === 'dropped' && !walk.isAnswered;
  const end = points.at(-1);
  return (
    <g class={`walk-leg walk-${leg.role}`}>
      <path class="walk-way" d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
      {!isLost && <Head points={points} />}
      {isLost && end !== undefined && (
        <Cross
          at={hostPoint(fate.host, layout) ?? end}
          below={reasonPoint(fate.host, layout) ?? end}
          reason={fate.reason}
        />
      )}
    </g>
  );
}

interface BadgesProps {
  readonly leg: Leg;
  readonly layout: Layout;
}

/** In which order the packet met the hosts. */
export function BadgesView({ leg, layout }: BadgesProps): JSX.Element {
  return (
    <g class={`walk-${leg.role}`}>
      {leg.hosts.map((host, number) => {
        const at = badgePoint(host, leg.role, layout);
        if (at === undefined) return null;
        return (
          <g key={host}>
            <circle class="walk-badge" cx={at.x} cy={at.y} r={8} />
            <text class="walk-number" x={at.x} y={at.y + 3.5}>
              {number + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** An arrow's head at the end of the way, in its direction. */
function Head({ points }: { readonly points: readonly Point[] }): JSX.Element | null {
  const tip = points.at(-1);
  const before = points.filter((point) => point.x !== tip?.x || point.y !== tip?.y).at(-1);
  if (tip === undefined || before === undefined) return null;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [((tip.x - before.x) / length) * HEAD, ((tip.y - before.y) / length) * HEAD];
  const [backX, backY] = [tip.x - dx * 1.5, tip.y - dy * 1.5];
  const d = `M${tip.x} ${tip.y}L${backX - dy} ${backY + dx}L${backX + dy} ${backY - dx}Z`;
  return <path class="walk-head" d={d} />;
}

interface CrossProps {
  readonly at: Point;
  readonly below: Point;
  readonly reason: string;
}

function Cross({ at, below, reason }: CrossProps): JSX.Element {
  const { x, y } = at;
  return (
    <g class="walk-loss">
      <path class="walk-cross" d={`M${x - 8} ${y - 8}l16 16m0 -16l-16 16`} />
      <text class="walk-reason" x={below.x} y={below.y}>
        <SayInSvg words={WALK_WORDS.lost} />
        {`: ${reason}`}
      </text>
    </g>
  );
}
