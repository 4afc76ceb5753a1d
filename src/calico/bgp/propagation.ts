/**
 * Whose announcements reach a node. In a full mesh everyone's do, in one step; else they travel as
 * BGP has it (RFC 4271; route reflectors: RFC 4456): what comes from a peer of one's own AS goes on
 * to another such peer only through a reflector, from its clients to all and from all to its clients.
 */
import type { CalicoModel, CalicoNode } from '../model';
import { perModel } from '../per-model';
import { asNumberOf, canReach, isFullMesh, peersOf } from './sessions';

export interface Announcement {
  readonly origin: CalicoNode;
  /** Kept on the way through reflectors, replaced between AS. */
  readonly nextHop: CalicoNode;
}

export function announcementsTo(model: CalicoModel, node: CalicoNode): readonly Announcement[] {
  if (!isFullMesh(model)) return propagated(model).get(node) ?? [];
  return announcedByAll(model).filter(({ origin }) => {
    return origin !== node && canReach(node, origin) && canReach(origin, node);
  });
}

/** The same objects for all who hear of them. */
const announcedByAll = perModel((model): readonly Announcement[] =>
  model.nodes.map((origin) => ({ origin, nextHop: origin })),
);

const propagated = perModel((model): ReadonlyMap<CalicoNode, readonly Announcement[]> => {
  const received = new Map<CalicoNode, Announcement[]>(model.nodes.map((node) => [node, []]));
  for (const origin of model.nodes) {
    for (const [node, { nextHop }] of spread(model, origin)) {
      if (node === origin) continue;
      received.get(node)?.push({ origin, nextHop });
    }
  }
  return received;
});

interface Learned {
  /** `undefined` at the origin itself. */
  readonly from: CalicoNode | undefined;
  readonly nextHop: CalicoNode;
}

/** Breadth first, so that each node keeps the path that has the fewest steps. */
function spread(model: CalicoModel, origin: CalicoNode): ReadonlyMap<CalicoNode, Learned> {
  const learned = new Map<CalicoNode, Learned>([[origin, { from: undefined, nextHop: origin }]]);
  // A `Map` walks over what is added on the way.
  for (const [speaker, route] of learned) {
    for (const peer of peersOf(model, speaker)) {
      if (learned.has(peer) || !passesOn(model, speaker, route.from, peer)) continue;
      const isSameAs = asNumberOf(model, speaker) === asNumberOf(model, peer);
      learned.set(peer, { from: speaker, nextHop: isSameAs ? route.nextHop : speaker });
    }
  }
  return learned;
}

function passesOn(
  model: CalicoModel,
  speaker: CalicoNode,
  from: CalicoNode | undefined,
  to: CalicoNode,
): boolean {
  if (from === undefined) return true;
  const own = asNumberOf(model, speaker);
  if (asNumberOf(model, from) !== own || asNumberOf(model, to) !== own) return true;
  return isClient(speaker, from) || isClient(speaker, to);
}

function isClient(reflector: CalicoNode, peer: CalicoNode): boolean {
  const cluster = reflector.routeReflectorClusterId;
  return cluster !== undefined && peer.routeReflectorClusterId !== cluster;
}
