/**
 * The hosts and segments of a lab's picture.
 */
import type { JSX } from 'preact';
import { SayInSvg } from '../../words/say';
import { shown } from '../../words/shown';
import { morePods } from '../../words/walk-words';
import { spoken } from './spoken';
import {
  type Bar,
  type Box,
  CHIP,
  NODE,
  type NodeBox,
  type PodBox,
  type Point,
} from './topology-layout';
import { kernelOf, tunnelOf } from './topology-path';

const LETTERS = 18;

export function BarView({ bar }: { readonly bar: Bar }): JSX.Element {
  const { y, left, right, taps } = bar;
  return (
    <g>
      {taps.map((tap, at) => (
        <path key={at} class="walk-wire" d={`M${tap.x} ${tap.y}V${y}`} />
      ))}
      <path class="walk-bar" d={`M${left} ${y}H${right}`} />
    </g>
  );
}

/** Over the cables of all segments. */
export function BarName({ bar }: { readonly bar: Bar }): JSX.Element {
  const { y, left, name, cidr } = bar;
  return (
    <text class="walk-small walk-bar-name" x={left + 4} y={y - 6}>
      {`${shown(name, LETTERS)} ${shown(cidr, LETTERS)}`}
    </text>
  );
}

interface NodeViewProps {
  readonly node: NodeBox;
  /** The host where the reader is. */
  readonly current: string | undefined;
}

export function NodeView({ node, current }: NodeViewProps): JSX.Element {
  const { x, y, width, height, pods, hiddenPods } = node;
  const isCurrent = node.name === current;
  return (
    <g>
      <rect
        class={lookOf('walk-node', isCurrent)}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={9}
      />
      <text class="walk-name" x={x + 10} y={y + 21}>
        {shown(node.name, LETTERS)}
      </text>
      <text class="walk-small walk-end" x={x + width - 10} y={y + 21}>
        {shown(node.address, LETTERS)}
      </text>
      {pods.map((pod) => (
        <PodView
          key={pod.name}
          pod={pod}
          cableTo={y + NODE.cables}
          isCurrent={pod.name === current}
        />
      ))}
      {hiddenPods > 0 && (
        <text class="walk-small" x={x + 10} y={y + NODE.kernel + 30}>
          <SayInSvg words={morePods(hiddenPods)} />
        </text>
      )}
    </g>
  );
}

/** The devices of a node, which the ways of packets pass behind. */
export function DevicesView({ node }: { readonly node: NodeBox }): JSX.Element {
  const kernel = kernelOf(node);
  const tunnel = tunnelOf(node);
  return (
    <g>
      {node.tunnel !== undefined && <Chip at={tunnel} name={node.tunnel} />}
      <circle class="walk-kernel" cx={kernel.x} cy={kernel.y} r={4} />
      <Chip at={{ x: kernel.x, y: node.y + NODE.nic }} name={node.nic} />
    </g>
  );
}

interface PodViewProps {
  readonly pod: PodBox;
  /** Where the node's end of its cable is. */
  readonly cableTo: number;
  readonly isCurrent: boolean;
}

function PodView({ pod, cableTo, isCurrent }: PodViewProps): JSX.Element {
  const middle = pod.x + pod.width / 2;
  return (
    <g>
      <path class="walk-wire" d={`M${middle} ${pod.y + pod.height}V${cableTo}`} />
      <BoxView box={{ ...pod, name: spoken(pod.name) }} look="walk-pod" isCurrent={isCurrent} />
      <circle class="walk-port" cx={middle} cy={cableTo} r={3} />
      <text class="walk-small" x={pod.x - 4} y={cableTo + 15}>
        {shown(pod.interface, LETTERS)}
      </text>
    </g>
  );
}

interface BoxViewProps {
  readonly box: Box;
  readonly look: string;
  readonly isCurrent: boolean;
}

export function BoxView({ box, look, isCurrent }: BoxViewProps): JSX.Element {
  const { x, y, width, height, name, address } = box;
  return (
    <g>
      <rect class={lookOf(look, isCurrent)} x={x} y={y} width={width} height={height} rx={6} />
      <text class="walk-name" x={x + 9} y={y + 19}>
        {shown(name, 15)}
      </text>
      <text class="walk-small" x={x + 9} y={y + 35}>
        {shown(address, LETTERS)}
      </text>
    </g>
  );
}

/** A device: `ens5`, `tunl0`. */
function Chip({ at, name }: { readonly at: Point; readonly name: string }): JSX.Element {
  const { x, y } = at;
  return (
    <g>
      <rect
        class="walk-chip"
        x={x - CHIP.width / 2}
        y={y - CHIP.height / 2}
        width={CHIP.width}
        height={CHIP.height}
        rx={10}
      />
      <text class="walk-small walk-middle" x={x} y={y + 4}>
        {shown(name, 13)}
      </text>
    </g>
  );
}

function lookOf(look: string, isCurrent: boolean): string {
  return isCurrent ? `${look} walk-current` : look;
}
