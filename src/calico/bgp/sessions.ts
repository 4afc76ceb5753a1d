/**
 * Who speaks BGP with whom (confd's bird.cfg.template): the node-to-node mesh, in which route
 * reflectors take no part, and what BGPPeers ask for. A session needs both sides to want it and to
 * reach each other.
 */
import type { CalicoModel, CalicoNode } from '../model';
import { isOnSubnetOf } from '../model-index';
import { perNode } from '../per-model';
import type { BgpPeer } from './bgp-settings';

export function asNumberOf({ bgp }: CalicoModel, { asNumber }: CalicoNode): number {
  return asNumber ?? bgp.asNumber;
}

/** Every node has a session with every other, and nobody has any besides. */
export function isFullMesh({ bgp, nodes }: CalicoModel): boolean {
  const hasReflector = nodes.some(
    ({ routeReflectorClusterId }) => routeReflectorClusterId !== undefined,
  );
  return bgp.nodeToNodeMeshEnabled && bgp.peers.length === 0 && !hasReflector;
}

/** Whether the node has a route to the other's address. */
export function canReach(node: CalicoNode, other: CalicoNode): boolean {
  return isOnSubnetOf(node, other) || node.gateway !== undefined;
}

/** The nodes with which this one has a session. */
export const peersOf = perNode((model, node): readonly CalicoNode[] =>
  model.nodes.filter((other) => other !== node && hasSession(model, node, other)),
);

function hasSession(model: CalicoModel, one: CalicoNode, other: CalicoNode): boolean {
  if (!canReach(one, other) || !canReach(other, one)) return false;
  return wants(model, one, other) && wants(model, other, one);
}

function wants(model: CalicoModel, node: CalicoNode, other: CalicoNode): boolean {
  const areInMesh = isInMesh(node) && isInMesh(other) && model.bgp.nodeToNodeMeshEnabled;
  return areInMesh || model.bgp.peers.some((peer) => asksFor(model, peer, node, other));
}

function isInMesh(node: CalicoNode): boolean {
  return node.routeReflectorClusterId === undefined;
}

/** A peer by selector is configured on both sides, one by address only where it says so. */
function asksFor(
  model: CalicoModel,
  { appliesTo, peer }: BgpPeer,
  node: CalicoNode,
  other: CalicoNode,
): boolean {
  if (peer.kind === 'selector') {
    return (
      (appliesTo(node) && peer.matches(other.labels)) ||
      (appliesTo(other) && peer.matches(node.labels))
    );
  }
  const isOther = peer.address === other.address.address;
  return appliesTo(node) && isOther && peer.asNumber === asNumberOf(model, other);
}
