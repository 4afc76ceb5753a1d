/**
 * A node's configuration for BIRD 2, after confd's bird.cfg.template, bird_aggr.cfg.template and
 * bird_ipam.cfg.template: blackholes for the node's own blocks, a session with each peer, and the
 * filters for what is announced and what the kernel gets. Calico's BIRD learns the node's other routes
 * from the kernel; here it is told them, for one that learns programs its own anew when somebody deletes
 * another by hand.
 */
import { formatCidr } from '../../../addr/cidr';
import { formatIpv4 } from '../../../addr/ipv4';
import { asNumberOf, peersOf } from '../../../calico/bgp/sessions';
import type { CalicoModel, CalicoNode } from '../../../calico/model';
import { blocksOf } from '../../../calico/model-index';
import { announcedFilter, borrowedBy, kernelFilter } from './filters';

export function birdConf(model: CalicoModel, node: CalicoNode): string {
  return [
    `router id ${formatIpv4(node.address.address)};`,
    'log stderr { error, fatal };',
    '',
    ...announcedFilter(model, node),
    '',
    ...kernelFilter(model, node),
    '',
    'protocol device { scan time 2; }',
    'protocol direct { ipv4; interface -"cali*", -"kube-ipvs*", "*"; }',
    ...staticLines(model, node),
    // Calico's BIRD 1.6 gives its routes no metric; BIRD 2 would give them one of 32. It looks every two
    // seconds for routes to put back; here what is changed by hand stays, and so it looks every hour.
    'protocol kernel {',
    '  persist; scan time 3600; metric 0; graceful restart;',
    '  ipv4 { import none; export filter programmed; };',
    '}',
    ...peersOf(model, node).flatMap((peer) => sessionLines(model, node, peer)),
    '',
  ].join('\n');
}

/** What the node announces of its own, and its way to next hops on other subnets. */
function staticLines(model: CalicoModel, node: CalicoNode): readonly string[] {
  const { gateway } = node;
  const prefixes = [
    ...blocksOf(model, node).map(({ cidr }) => cidr),
    ...borrowedBy(model, node).map(({ prefix }) => prefix),
  ];
  return [
    'protocol static {',
    '  ipv4;',
    ...(gateway === undefined ? [] : [`  route 0.0.0.0/0 via ${formatIpv4(gateway)};`]),
    ...prefixes.map((prefix) => `  route ${formatCidr(prefix)} blackhole;`),
    '}',
  ];
}

/** The name that a session with a peer has in `birdc show protocols`. */
function sessionName({ bgp }: CalicoModel, node: CalicoNode, peer: CalicoNode): string {
  const isReflector = [node, peer].some((one) => one.routeReflectorClusterId !== undefined);
  const kind = bgp.nodeToNodeMeshEnabled && !isReflector ? 'Mesh' : 'Node';
  return `${kind}_${formatIpv4(peer.address.address).replaceAll('.', '_')}`;
}

/** The side whose address comes first as text waits to be called. */
function sessionLines(model: CalicoModel, node: CalicoNode, peer: CalicoNode): readonly string[] {
  const own = formatIpv4(node.address.address);
  const other = formatIpv4(peer.address.address);
  return [
    `protocol bgp ${sessionName(model, node, peer)} {`,
    `  local ${own} as ${asNumberOf(model, node)};`,
    `  neighbor ${other} as ${asNumberOf(model, peer)};`,
    `  source address ${own};`,
    '  multihop; graceful restart on;',
    ...(own < other ? ['  passive on;'] : []),
    // Calico waits two and five seconds; in a lab everybody is there.
    '  connect delay time 1; connect retry time 1; error wait time 1,2;',
    ...reflectorLines(node, peer),
    '  ipv4 { import all; export filter announced; gateway recursive; };',
    '}',
  ];
}

/** A reflector's clients are its peers of another cluster, or of none. */
function reflectorLines(
  { routeReflectorClusterId: cluster }: CalicoNode,
  peer: CalicoNode,
): readonly string[] {
  if (cluster === undefined || peer.routeReflectorClusterId === cluster) return [];
  return [`  rr client; rr cluster id ${cluster};`];
}
