/**
 * The picture of a lab: its hosts, and the way of a request and of its reply painted over them, with a
 * cross where one was lost. Colour is never alone: the reply is dashed and runs beside, the loss has a
 * sign and its reason.
 */
import type { JSX } from 'preact';

import type { Topology } from '../../model/topology';
import type { Walk } from '../../model/walk';
import { Say, SayInSvg } from '../../words/say';
import { moreNodes, WALK_WORDS } from '../../words/walk-words';
import { useUniqueId } from '../unique-id';
import { BadgesView, LegView } from './leg-view';
import { spoken } from './spoken';
import type { Stop } from './stops';
import { BarName, BarView, BoxView, DevicesView, NodeView } from './topology-boxes';
import { type Layout, layoutOf } from './topology-layout';
import { hostPoint, legsOf, usedBy } from './topology-path';

interface TopologyViewProps {
  readonly topology: Topology;
  readonly walk?: Walk;
  /** Where the reader is. */
  readonly stop?: Stop | undefined;
}

export function TopologyView({ topology, walk, stop }: TopologyViewProps): JSX.Element {
  const id = useUniqueId();
  const layout = layoutOf(topology, usedBy(walk));
  const legs = walk === undefined ? [] : legsOf(walk, topology, layout);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <figure class="walk-topology" tabIndex={0}>
      <figcaption id={id} class="hidden-words">
        <Say words={walk === undefined ? WALK_WORDS.lab : WALK_WORDS.topology} />
        {legs.map(({ hosts }) => `: ${hosts.map(spoken).join(' → ')}`)}
      </figcaption>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the caption is its title, in both languages */}
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width}
        height={layout.height}
        role="img"
        aria-labelledby={id}
      >
        <Lab layout={layout} current={stop?.host} />
        {walk !== undefined &&
          legs.map((leg) => <LegView key={leg.role} leg={leg} walk={walk} layout={layout} />)}
        {layout.nodes.map((node) => (
          <DevicesView key={node.name} node={node} />
        ))}
        {legs.map((leg) => (
          <BadgesView key={leg.role} leg={leg} layout={layout} />
        ))}
        {stop !== undefined && <Here stop={stop} layout={layout} />}
      </svg>
    </figure>
  );
}

interface LabProps {
  readonly layout: Layout;
  /** The host where the reader is. */
  readonly current: string | undefined;
}

/** Segments first, for everything hangs on them; then the hosts. */
function Lab({ layout, current }: LabProps): JSX.Element {
  const { bars, nodes, others, hiddenNodes } = layout;
  return (
    <g>
      {bars.map((bar) => (
        <BarView key={bar.name} bar={bar} />
      ))}
      {bars.map((bar) => (
        <BarName key={bar.name} bar={bar} />
      ))}
      {nodes.map((node) => (
        <NodeView key={node.name} node={node} current={current} />
      ))}
      {others.map((box) => (
        <BoxView key={box.name} box={box} look="walk-other" isCurrent={box.name === current} />
      ))}
      {hiddenNodes > 0 && (
        <text class="walk-small" x={16} y={11}>
          <SayInSvg words={moreNodes(hiddenNodes)} />
        </text>
      )}
    </g>
  );
}

function Here({
  stop,
  layout,
}: {
  readonly stop: Stop;
  readonly layout: Layout;
}): JSX.Element | null {
  const at = hostPoint(stop.host, layout);
  if (at === undefined) return null;
  return <circle class={`walk-here walk-${stop.role}`} cx={at.x} cy={at.y} r={9} />;
}
