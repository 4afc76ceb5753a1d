/**
 * A node's BIRD 2 configuration, after confd's bird.cfg.template and bird_aggr.cfg.template: what the node
 * announces, and its sessions. Debian's BIRD has not Calico's `krt_tunnel`, so it is left out of the
 * kernel's tables altogether; read-routes.ts takes what it learned from it.
 */
import { formatCidr } from '../../../addr/cidr';
import { formatIpv4 } from '../../../addr/ipv4';
import { advertisementsOf } from '../../../calico/advertisement';
import { asNumberOf, peersOf } from '../../../calico/bgp/sessions';
import type { CalicoModel, CalicoNode } from '../../../calico/model';

/** The protocol that holds what the node announces of its own. */
export const OWN = 'own';

export function birdConfig(model: CalicoModel, node: CalicoNode): string {
  const address = formatIpv4(node.address.address);
  return [
    `router id ${address};`,
    'log stderr { error, fatal };',
    // Where next hops are looked up: `gateway recursive` through the node's own routes.
    'ipv4 table igp4;',
    'protocol device { scan time 2; }',
    `protocol direct { ipv4 { table igp4; }; interface "${node.nic.name}"; }`,
    ...gatewayLines(node),
    ...ownLines(model, node),
    ...peersOf(model, node).flatMap((peer) => sessionLines(model, node, peer)),
    '',
  ].join('\n');
}

function gatewayLines({ gateway }: CalicoNode): readonly string[] {
  if (gateway === undefined) return [];
  return [`protocol static { ipv4 { table igp4; }; route 0.0.0.0/0 via ${formatIpv4(gateway)}; }`];
}

function ownLines(model: CalicoModel, node: CalicoNode): readonly string[] {
  const prefixes = advertisementsOf(model, node).filter(({ pool }) => !pool?.disableBGPExport);
  const routes = prefixes.map(({ prefix }) => `  route ${formatCidr(prefix)} blackhole;`);
  return [`protocol static ${OWN} {`, '  ipv4;', ...routes, '}'];
}

/** The side whose address comes first as text waits to be called. */
function sessionLines(model: CalicoModel, node: CalicoNode, peer: CalicoNode): readonly string[] {
  const [own, other] = [node.address.address, peer.address.address];
  const name = formatIpv4(other).replaceAll('.', '_');
  return [
    `protocol bgp peer_${name} {`,
    `  local ${formatIpv4(own)} as ${asNumberOf(model, node)};`,
    `  neighbor ${formatIpv4(other)} as ${asNumberOf(model, peer)};`,
    `  source address ${formatIpv4(own)};`,
    '  multihop;',
    ...(formatIpv4(own) < formatIpv4(other) ? ['  passive on;'] : []),
    // Calico waits two and five seconds; in a lab everybody is there.
    '  connect delay time 1;',
    '  connect retry time 1;',
    '  error wait time 1,2;',
    ...reflectorLines(node, peer),
    '  ipv4 { import all; export all; gateway recursive; igp table igp4; };',
    '}',
  ];
}

/** A reflector's clients are its peers of another cluster, or of none. */
function reflectorLines(
  { routeReflectorClusterId: cluster }: CalicoNode,
  peer: CalicoNode,
): readonly string[] {
  if (cluster === undefined || peer.routeReflectorClusterId === cluster) return [];
  return ['  rr client;', `  rr cluster id ${cluster};`];
}
