/**
 * The peers that a node's BIRD is told of, mesh first, and how each session stands (confd's
 * bird.cfg.template and bgp_processor.go, BIRD's `show protocols`). What decides is the plan that also
 * makes the routes: a link that somebody took down since does not show.
 */
import { formatIpv4, type Ipv4 } from '../../../addr/ipv4';
import { asNumberOf, canReach } from '../../../calico/bgp/sessions';
import type { CalicoModel, CalicoNode } from '../../../calico/model';
import { bgpPeerKind } from '../../../calico/resources/bgp-peer';
import { nodeKind } from '../../../k8s/resources/node';
import type { Cluster } from '../../cluster';

type PeerType = 'node-to-node mesh' | 'global' | 'node specific';

interface ConfiguredPeer {
  readonly address: Ipv4;
  readonly type: PeerType;
  /** The AS that the other side must be of. */
  readonly asNumber: number;
  /** When the last of what it takes was there, in microseconds. */
  readonly sinceUs: number;
}

interface BirdPeer extends ConfiguredPeer {
  /** BIRD's state of the protocol. */
  readonly state: 'up' | 'start';
  /** BGP's state, and why it is no better. */
  readonly info: string;
}

export function birdPeers(cluster: Cluster, node: CalicoNode): readonly BirdPeer[] {
  const others = cluster.control.model.nodes
    .filter((other) => other !== node)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return configuredPeers(cluster, node, others).map((peer) => {
    const info = infoOf(cluster, node, peer);
    const { address, type, asNumber, sinceUs } = peer;
    const state = info === 'Established' ? 'up' : 'start';
    return { address, type, asNumber, sinceUs, state, info };
  });
}

/** @param others the nodes that are looked at, in the order of their names */
function configuredPeers(
  cluster: Cluster,
  node: CalicoNode,
  others: readonly CalicoNode[],
): readonly ConfiguredPeer[] {
  const { model } = cluster.control;
  const isMesh = model.bgp.nodeToNodeMeshEnabled && isInMesh(node);
  const mesh = isMesh ? others.filter(isInMesh) : [];
  const asked = askedFor(cluster, node, others);
  return distinct(model, others, [
    ...mesh.map((other) => peerOf(cluster, node, other, 'node-to-node mesh')),
    ...asked.filter(({ type }) => type === 'global'),
    ...asked.filter(({ type }) => type !== 'global'),
  ]);
}

function isInMesh({ routeReflectorClusterId }: CalicoNode): boolean {
  return routeReflectorClusterId === undefined;
}

/** What BGPPeers want of this node: by address or by selector, and the other way round. */
function askedFor(
  cluster: Cluster,
  node: CalicoNode,
  others: readonly CalicoNode[],
): readonly ConfiguredPeer[] {
  const { model, store } = cluster.control;
  const resources = store.list(bgpPeerKind);
  const peers = model.bgp.peers.flatMap(({ name, appliesTo, peer }): ConfiguredPeer[] => {
    const spec = resources.find(({ metadata }) => metadata.name === name)?.spec;
    const type = spec?.node || spec?.nodeSelector ? 'node specific' : 'global';
    const sinceUs = cluster.birthOf(bgpPeerKind, { name }).atUs;
    if (peer.kind === 'address') {
      if (!appliesTo(node) || peer.address === node.address.address) return [];
      return [{ address: peer.address, type, asNumber: peer.asNumber, sinceUs }];
    }
    const forward = appliesTo(node) ? others.filter(({ labels }) => peer.matches(labels)) : [];
    const reverse = peer.matches(node.labels) ? others.filter(appliesTo) : [];
    return [
      ...forward.map((other) => peerOf(cluster, node, other, type, sinceUs)),
      ...reverse.map((other) => peerOf(cluster, node, other, 'node specific', sinceUs)),
    ];
  });
  return peers.sort((one, other) => (formatIpv4(one.address) < formatIpv4(other.address) ? -1 : 1));
}

/** One session for each address: the first one, or the first that has the right AS. */
function distinct(
  model: CalicoModel,
  others: readonly CalicoNode[],
  peers: readonly ConfiguredPeer[],
): readonly ConfiguredPeer[] {
  const numbers = new Map(others.map((node) => [node.address.address, asNumberOf(model, node)]));
  const isRight = ({ address, asNumber }: ConfiguredPeer) => numbers.get(address) === asNumber;
  const byAddress = new Map<Ipv4, ConfiguredPeer>();
  for (const peer of peers) {
    const first = byAddress.get(peer.address);
    if (first === undefined || (!isRight(first) && isRight(peer)))
      byAddress.set(peer.address, peer);
  }
  return [...byAddress.values()];
}

function peerOf(
  cluster: Cluster,
  node: CalicoNode,
  other: CalicoNode,
  type: PeerType,
  askedUs = 0,
): ConfiguredPeer {
  const births = [node, other].map(({ name }) => cluster.birthOf(nodeKind, { name }).atUs);
  return {
    address: other.address.address,
    type,
    asNumber: asNumberOf(cluster.control.model, other),
    sinceUs: Math.max(askedUs, ...births),
  };
}

/** BGP's state in BIRD's words. */
function infoOf(cluster: Cluster, node: CalicoNode, peer: ConfiguredPeer): string {
  const { model } = cluster.control;
  const other = model.nodes.find(({ address }) => address.address === peer.address);
  if (other === undefined) return infoOfStranger(cluster, peer.address);
  if (!canReach(node, other)) return 'Active Socket: Network is unreachable';
  if (!canReach(other, node)) return 'Connect';
  const back = configuredPeers(cluster, other, [node]).find(
    ({ address }) => address === node.address.address,
  );
  if (back === undefined) return 'Connect Socket: Connection closed';
  if (peer.asNumber !== asNumberOf(model, other)) return 'Idle BGP Error: Bad peer AS';
  const isWelcome = back.asNumber === asNumberOf(model, node);
  return isWelcome ? 'Established' : 'Idle Received: Bad peer AS';
}

/** A machine of the underlay speaks no BGP; where there is none, its neighbours say so. */
function infoOfStranger({ control: { plan } }: Cluster, address: Ipv4): string {
  const machines = [
    ...plan.routers.flatMap(({ addresses }) => addresses),
    ...plan.hosts.map((host) => host.address),
  ];
  return machines.includes(address)
    ? 'Active Socket: Connection refused'
    : 'Active Socket: No route to host';
}
