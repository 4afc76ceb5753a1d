/**
 * The way of a packet through the picture of its lab: from device to device, over the bars of segments.
 */
import type { Topology } from '../../model/topology';
import type { Walk, WalkHop, WalkPacket } from '../../model/walk';
import {
  type Bar,
  CHIP,
  kernelX,
  type Layout,
  memberships,
  NODE,
  type NodeBox,
  otherTap,
  type Point,
  type Used,
} from './topology-layout';

export interface Leg {
  readonly role: 'request' | 'reply';
  readonly points: readonly Point[];
  /** That the packet met, in order. */
  readonly hosts: readonly string[];
  readonly packets: readonly WalkPacket[];
}

/** The packets of a leg: the one that was sent, and what it lived on as. */
function story(walk: Walk, id: number | undefined): readonly WalkPacket[] {
  const first = walk.packets.find((packet) => packet.id === id);
  if (first === undefined) return [];
  const packets = [first];
  for (const packet of walk.packets) {
    const last = packets.at(-1);
    const goesOn = last?.fate.kind === 'split' || last?.fate.kind === 'merged';
    if (goesOn && packet.cause === last?.id) packets.push(packet);
  }
  return packets;
}

export function usedBy(walk: Walk | undefined): Used {
  const hops = walk?.packets.flatMap((packet) => packet.hops) ?? [];
  const tunnels = new Map<string, string>();
  for (const { host, steps } of hops) {
    for (const step of steps) {
      const isTunnel = step.kind === 'encapsulate' || step.kind === 'decapsulate';
      if (isTunnel) tunnels.set(host, step.device);
    }
  }
  return { hosts: new Set(hops.map(({ host }) => host)), tunnels };
}

export function legsOf(walk: Walk, topology: Topology, layout: Layout): readonly Leg[] {
  return (['request', 'reply'] as const).flatMap((role) => {
    const packets = story(walk, walk[role]);
    const hops = packets.flatMap((packet) => packet.hops);
    const points: Point[] = [];
    const hosts: string[] = [];
    for (const hop of hops) {
      const way = wayThrough(hop, topology, layout);
      const last = points.at(-1);
      const first = way[0];
      if (last !== undefined && first !== undefined) points.push(...between(last, first, layout));
      points.push(...way);
      if (hosts.at(-1) !== hop.host) hosts.push(hop.host);
    }
    return points.length === 0 ? [] : [{ role, points, hosts, packets }];
  });
}

/** The middle of what a host is drawn as: where a packet is while the host has it. */
export function hostPoint(host: string, layout: Layout): Point | undefined {
  for (const node of layout.nodes) {
    if (node.name === host) return kernelOf(node);
    const pod = node.pods.find(({ name }) => name === host);
    if (pod !== undefined) return { x: pod.x + pod.width / 2, y: pod.y + pod.height };
  }
  const box = layout.others.find(({ name }) => name === host);
  return box === undefined ? undefined : { x: box.x + box.width - 18, y: box.y + box.height / 2 };
}

export function kernelOf(node: NodeBox): Point {
  return { x: kernelX(node), y: node.y + NODE.kernel };
}

export function tunnelOf({ x, y }: NodeBox): Point {
  return { x: x + CHIP.width / 2 + 8, y: y + NODE.kernel };
}

/** From where the packet comes in, by tunnel and routing, to where it goes out. */
function wayThrough(hop: WalkHop, topology: Topology, layout: Layout): readonly Point[] {
  const points: Point[] = [];
  const add = (point: Point | undefined) => {
    const last = points.at(-1);
    if (point !== undefined && !(last?.x === point.x && last.y === point.y)) points.push(point);
  };
  const node = layout.nodes.find(({ name }) => name === hop.host);
  const tunnel = node?.tunnel;
  for (const step of hop.steps) {
    const isCrossing = step.kind === 'receive' || step.kind === 'transmit';
    if (isCrossing && step.device !== tunnel)
      add(devicePoint(hop.host, step.device, topology, layout));
    const isTunnel = step.kind === 'encapsulate' || step.kind === 'decapsulate';
    if (isTunnel && node !== undefined) add(tunnelOf(node));
    if (step.kind === 'route' || step.kind === 'deliver') add(hostPoint(hop.host, layout));
  }
  return points.length === 0
    ? [hostPoint(hop.host, layout)].filter((at) => at !== undefined)
    : points;
}

function devicePoint(
  host: string,
  device: string,
  topology: Topology,
  layout: Layout,
): Point | undefined {
  for (const node of layout.nodes) {
    const pod = node.pods.find(
      ({ name, interface: cable }) =>
        (name === host && device !== 'lo') || (node.name === host && cable === device),
    );
    if (pod !== undefined) {
      const x = pod.x + pod.width / 2;
      return pod.name === host ? { x, y: pod.y + pod.height } : { x, y: node.y + NODE.cables };
    }
    if (node.name === host && device === node.nic) {
      return { x: kernelX(node), y: node.y + NODE.nic };
    }
  }
  const box = layout.others.find(({ name }) => name === host);
  return box === undefined
    ? undefined
    : otherTap(box, tapNumber(device, memberships(box, topology).length));
}

/** A router's first interface is on its first segment. */
function tapNumber(device: string, count: number): number {
  const number = Number(/(\d+)$/.exec(device)?.[1] ?? 0);
  return Math.min(number, Math.max(count - 1, 0));
}

/** Two hosts on one segment: down to its bar, along it, and up or down to the other. */
function between(from: Point, to: Point, layout: Layout): readonly Point[] {
  const bar = layout.bars.find((candidate) => isTap(candidate, from) && isTap(candidate, to));
  if (bar === undefined) return [];
  return [
    { x: from.x, y: bar.y },
    { x: to.x, y: bar.y },
  ];
}

function isTap({ taps }: Bar, { x }: Point): boolean {
  return taps.some((tap) => Math.abs(tap.x - x) < 1);
}
