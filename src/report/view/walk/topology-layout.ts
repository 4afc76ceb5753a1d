/**
 * Where each thing of a lab stands in its picture. The grammar is fixed, so no layout engine is needed:
 * nodes in a row, those of a segment together, with their pods inside; below them the segments as bars;
 * below those the routers and the hosts outside. Lengths are SVG user units.
 */
import type { Topology } from '../../model/topology';
import { segmentOf } from './segments';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly name: string;
  /** The second line: an address. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export interface PodBox extends Box {
  readonly interface: string;
}

export interface NodeBox extends Box {
  readonly pods: readonly PodBox[];
  /** Pods that there was no room for. */
  readonly hiddenPods: number;
  readonly nic: string;
  /** The tunnel device, where a packet uses it. */
  readonly tunnel: string | undefined;
}

export interface Bar {
  readonly name: string;
  readonly cidr: string;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Where the hosts of the segment hang. */
  readonly taps: readonly Point[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NodeBox[];
  readonly hiddenNodes: number;
  readonly bars: readonly Bar[];
  /** Routers and outside hosts. */
  readonly others: readonly Box[];
}

/** What packets used, which is drawn in any case. */
export interface Used {
  readonly hosts: ReadonlySet<string>;
  /** The tunnel device by host. */
  readonly tunnels: ReadonlyMap<string, string>;
}

/** More nodes than this are drawn only if a packet met them. */
const NODES_MAX = 8;
const PODS_MAX = 3;
const MARGIN = 16;

export const POD = { width: 118, height: 46, gap: 10, top: 34 };
/** From the top of a node: where the cables of pods end, where it routes, where its NIC is. */
export const NODE = {
  top: 16,
  height: 176,
  gap: 24,
  widthMin: 154,
  cables: 98,
  kernel: 136,
  nic: 176,
};
export const CHIP = { width: 64, height: 20 };
/** From the right edge of a node: where it routes, and its NIC below. */
const KERNEL_RIGHT = 36;
const BARS = { top: 44, gap: 42 };
const OTHER = { width: 150, height: 48, gap: 28, top: 44 };

export function layoutOf(topology: Topology, used: Used): Layout {
  const nodes = nodeBoxes(topology, used);
  const barsTop = NODE.top + NODE.height + BARS.top;
  const othersTop = barsTop + (topology.segments.length - 1) * BARS.gap + OTHER.top;
  const others = otherBoxes(topology, othersTop);
  const bars = topology.segments.map((segment, at) => {
    const taps = tapsOf(at, topology, nodes, others);
    const xs = taps.map(({ x }) => x);
    const y = barsTop + at * BARS.gap;
    return { ...segment, y, left: Math.min(...xs) - 30, right: Math.max(...xs) + 30, taps };
  });
  const right = Math.max(...[...nodes, ...others].map((box) => box.x + box.width), 300);
  return {
    width: right + MARGIN,
    height: othersTop + (others.length > 0 ? OTHER.height : 0) + MARGIN + 8,
    nodes,
    hiddenNodes: topology.nodes.length - nodes.length,
    bars: bars.filter(({ taps }) => taps.length > 0),
    others,
  };
}

/** Where a node routes, and where its NIC is below that. */
export function kernelX({ x, width }: NodeBox): number {
  return x + width - KERNEL_RIGHT;
}

function nodeBoxes(topology: Topology, used: Used): readonly NodeBox[] {
  const shown = topology.nodes
    .filter(({ name }) => topology.nodes.length <= NODES_MAX || isUsed(topology, name, used))
    .toSorted(
      (one, other) =>
        segmentOf(one.address, topology) - segmentOf(other.address, topology) ||
        (one.name < other.name ? -1 : 1),
    );
  let x = MARGIN;
  return shown.map(({ name, address, nic }) => {
    const pods = podsOf(name, topology, used);
    const podsWidth = pods.shown.length * (POD.width + POD.gap) + POD.gap;
    const width = Math.max(NODE.widthMin, podsWidth);
    const left = x + (width - podsWidth) / 2 + POD.gap;
    const box = { name, address, nic, x, y: NODE.top, width, height: NODE.height };
    x += width + NODE.gap;
    return {
      ...box,
      tunnel: used.tunnels.get(name),
      hiddenPods: pods.hidden,
      pods: pods.shown.map((workload, at) => ({
        name: workload.pod,
        address: workload.address,
        interface: workload.interface,
        x: left + at * (POD.width + POD.gap),
        y: NODE.top + POD.top,
        width: POD.width,
        height: POD.height,
      })),
    };
  });
}

function isUsed({ workloads }: Topology, node: string, { hosts }: Used): boolean {
  return (
    hosts.has(node) ||
    workloads.some((workload) => workload.node === node && hosts.has(workload.pod))
  );
}

function podsOf(node: string, { workloads }: Topology, { hosts }: Used) {
  const all = workloads.filter((workload) => workload.node === node);
  const first = all.filter(({ pod }) => hosts.has(pod));
  const rest = all.filter(({ pod }) => !hosts.has(pod));
  const shown = [...first, ...rest].slice(0, Math.max(PODS_MAX, first.length));
  return { shown, hidden: all.length - shown.length };
}

function otherBoxes({ routers, outside }: Topology, y: number): readonly Box[] {
  const places = [
    ...routers.map(({ name, addresses }) => ({ name, address: addresses[0] ?? '' })),
    ...outside,
  ];
  return places.map(({ name, address }, at) => ({
    name,
    address,
    x: MARGIN + at * (OTHER.width + OTHER.gap),
    y,
    width: OTHER.width,
    height: OTHER.height,
  }));
}

/** Where the members of a segment touch it: nodes by their NIC, others by their upper edge. */
function tapsOf(
  segment: number,
  topology: Topology,
  nodes: readonly NodeBox[],
  others: readonly Box[],
): readonly Point[] {
  const ofNodes = nodes
    .filter(({ address }) => segmentOf(address, topology) === segment)
    .map((node) => ({ x: kernelX(node), y: node.y + NODE.nic + CHIP.height / 2 }));
  const ofOthers = others.flatMap((box) => {
    const at = memberships(box, topology).indexOf(segment);
    return at < 0 ? [] : [otherTap(box, at)];
  });
  return [...ofNodes, ...ofOthers];
}

/** The segments that a router or a host outside is on. */
export function memberships({ name, address }: Box, topology: Topology): readonly number[] {
  const router = topology.routers.find((other) => other.name === name);
  const addresses = router?.addresses ?? [address];
  return topology.segments.flatMap((_, at) =>
    addresses.some((own) => segmentOf(own, topology) === at) ? [at] : [],
  );
}

/** Where the cable to its `at`th segment leaves the box. */
export function otherTap({ x, y, width }: Box, at: number): Point {
  return { x: x + width / 2 + (at - 0.5) * 34, y };
}
