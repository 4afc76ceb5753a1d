/**
 * Where each thing of a lab stands in its picture. The grammar is fixed, so no layout engine is needed:
 * nodes in a row by name with their pods inside, below them the segments as bars, below those the
 * routers and the hosts outside. Lengths are SVG user units.
 */
import { cidrContains, parseCidr } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Leg, Topology } from './topology';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a packet's line touches a host, and what is written beside it. */
export interface Anchor extends Point {
  /** Where its place in the packet's way is written. */
  readonly number: Point;
  /** Where the middle of the reason of a loss is written. */
  readonly loss: Point;
}

export interface Box {
  readonly name: string;
  /** The second line: an address. */
  readonly address: Ipv4 | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NodeBox extends Box {
  readonly pods: readonly (Box & { readonly interface: string })[];
  /** Pods that there was no room for. */
  readonly hiddenPods: number;
}

export interface Bar {
  readonly name: string;
  readonly cidr: string;
  readonly y: number;
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
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** The bar that two hosts share, for the line between them. */
  barBetween(one: string, other: string): Bar | undefined;
}

/** More nodes than this are drawn only if a packet met them. */
const NODES_MAX = 8;
const PODS_MAX = 3;

export const MARGIN = 16;
/** The names of the segments stand left of everything else. */
export const GUTTER = 144;
const POD = { width: 104, height: 56, gap: 8 };
const NODE = { top: 16, height: 146, gap: 20, widthMin: 152, podsAt: 28, anchorAt: 112 };
const BAR_GAP = 34;
const OTHER = { width: 152, height: 60, gap: 24 };

export function layoutOf(topology: Topology, legs: readonly Leg[]): Layout {
  const onPath = new Set(legs.flatMap(({ hosts }) => hosts));
  for (const { pod, node } of topology.workloads) if (onPath.has(pod)) onPath.add(node);
  const nodes = nodeBoxes(topology, onPath);
  const anchors = anchorsOf(nodes);
  const barsTop = NODE.top + NODE.height + BAR_GAP;
  const othersTop = barsTop + topology.segments.length * BAR_GAP;
  const others = otherBoxes(topology, othersTop);
  for (const box of others) anchors.set(box.name, anchorOfOther(box));
  const members = membersOf(topology);
  const bars = topology.segments.map(({ name, cidr }, at) => ({
    name,
    cidr,
    y: barsTop + at * BAR_GAP,
    taps: (members[at] ?? []).flatMap((host) => anchors.get(host) ?? []),
  }));
  const right = Math.max(...[...nodes, ...others].map((box) => box.x + box.width), 300);
  return {
    width: right + MARGIN,
    height: othersTop + OTHER.height + MARGIN,
    nodes,
    hiddenNodes: topology.nodes.length - nodes.length,
    bars,
    others,
    anchors,
    barBetween: (one, other) =>
      bars[members.findIndex((hosts) => hosts.includes(one) && hosts.includes(other))],
  };
}

/** The lines of pods end at their lower edge, those of nodes in the room below the pods. */
function anchorsOf(nodes: readonly NodeBox[]): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const node of nodes) {
    const [x, y] = [node.x + node.width / 2, node.y + NODE.anchorAt];
    anchors.set(node.name, { x, y, number: { x, y: y + 4 }, loss: { x, y: y + 24 } });
    for (const pod of node.pods) {
      const [podX, podY] = [pod.x + pod.width / 2, pod.y + pod.height];
      const number = { x: pod.x + pod.width - 24, y: pod.y + 16 };
      anchors.set(pod.name, { x: podX, y: podY, number, loss: { x: podX, y: podY + 22 } });
    }
  }
  return anchors;
}

function anchorOfOther({ x, y, width }: Box): Anchor {
  // Right of the name and the address.
  const right = x + width - 28;
  const loss = { x: x + width / 2, y: y + 50 };
  return { x: right, y: y + 12, number: { x: right, y: y + 32 }, loss };
}

function nodeBoxes(topology: Topology, onPath: ReadonlySet<string>): readonly NodeBox[] {
  const shown = [...topology.nodes]
    .filter(({ name }) => topology.nodes.length <= NODES_MAX || onPath.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  let x = GUTTER;
  return shown.map(({ name, address }) => {
    const all = topology.workloads.filter(({ node }) => node === name);
    const first = all.filter(({ pod }) => onPath.has(pod));
    const pods = [...first, ...all.filter(({ pod }) => !onPath.has(pod))].slice(
      0,
      Math.max(PODS_MAX, first.length),
    );
    const podsWidth = pods.length * (POD.width + POD.gap) + POD.gap;
    const width = Math.max(NODE.widthMin, podsWidth);
    const left = x + (width - podsWidth) / 2 + POD.gap;
    x += width + NODE.gap;
    return {
      name,
      address,
      x: x - width - NODE.gap,
      y: NODE.top,
      width,
      height: NODE.height,
      hiddenPods: all.length - pods.length,
      pods: pods.map((workload, at) => ({
        name: workload.pod,
        address: workload.address,
        interface: workload.interface,
        x: left + at * (POD.width + POD.gap),
        y: NODE.top + NODE.podsAt,
        width: POD.width,
        height: POD.height,
      })),
    };
  });
}

function otherBoxes(topology: Topology, y: number): readonly Box[] {
  const routers = topology.routers.map(({ name, addresses }) => ({ name, address: addresses[0] }));
  return [...routers, ...topology.outside].map(({ name, address }, at) => ({
    name,
    address,
    x: GUTTER + at * (OTHER.width + OTHER.gap),
    y,
    width: OTHER.width,
    height: OTHER.height,
  }));
}

/** The hosts of each segment, in the order of the segments. */
function membersOf(topology: Topology): readonly (readonly string[])[] {
  const places = [...topology.nodes, ...topology.outside].map(({ name, address }) => ({
    name,
    addresses: [address],
  }));
  return topology.segments.map(({ cidr }) => {
    const prefix = parseCidr(cidr);
    if (prefix === undefined) return [];
    return [...places, ...topology.routers]
      .filter(({ addresses }) => addresses.some((address) => cidrContains(prefix, address)))
      .map(({ name }) => name);
  });
}
