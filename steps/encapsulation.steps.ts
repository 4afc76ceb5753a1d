/**
 * Sentences about headers, and about the tunnel between two nodes.
 */
import type { Ipv4Packet } from '../src/wire/ipv4';
import { headerRow } from './rows/header-row';
import { oneRowWanted } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { framesOf, innerOf, type Leg, packetOf, tracesOf } from './support/exchange';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import type { InterfaceReference } from './support/references';
import { findInterface, findNode, type Place, sayPlace } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'on {interface} the {layer} header of the {leg} is:',
  {
    id: 'header',
    says: 'Demands fields of an IPv4 header at an interface: source, destination, protocol, ttl, DF, id, source port, destination port, VNI. "inner" is inside IPIP or VXLAN; "only" demands that there is no tunnel.',
    example: `Given the manifests "two-pods-two-nodes"
      When pod1 pings pod2
      Then on ens5 of k8s-w1 the outer header of the request is:
        | source      | 192.168.10.101 |
        | destination | 192.168.10.102 |
        | protocol    | IPIP (4)       |
        | ttl         | 63             |`,
  },
  async function (
    this: ClusterWorld,
    reference: InterfaceReference,
    layer: string,
    leg: Leg,
    table: Table,
  ) {
    const place = await findInterface(this, reference);
    const outcome = this.lookAtLeg(leg);
    const rows = packetsAt(this, place, leg)
      .slice(0, 1)
      .flatMap((packet) => layerOf(packet, layer) ?? [])
      .map(headerRow);
    expect(rows).to.be.rowsLike(oneRowWanted(table), {
      what: `the ${layer} header of the ${leg} on ${sayPlace(place)}`,
      traces: tracesOf(outcome, leg).slice(0, 1),
    });
  },
);

Then(
  'between {node} and {node} the {leg} is encapsulated with {encapsulation}',
  {
    id: 'encapsulated',
    says: 'Demands that the packet left the NIC of the first node, and reached that of the second, in a tunnel of this kind.',
    example: `Given the manifests "two-pods-two-nodes"
      When pod1 pings pod2
      Then between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP`,
  },
  async function (this: ClusterWorld, one: string, other: string, leg: Leg, wanted: string) {
    await encapsulationIs(this, [one, other], leg, wanted);
  },
);

Then(
  'between {node} and {node} the {leg} is not encapsulated',
  {
    id: 'not-encapsulated',
    says: 'Demands that the packet went from the NIC of the first node to that of the second as the pod sent it.',
    example: `Given the manifests "two-pods-two-nodes"
      When ipipMode of pool default-ipv4-ippool is set to Never
      And pod1 pings pod2
      Then between k8s-w1 and k8s-w2 the packet is not encapsulated`,
  },
  async function (this: ClusterWorld, one: string, other: string, leg: Leg) {
    await encapsulationIs(this, [one, other], leg, 'nothing');
  },
);

/** The packet must be there at both ends: a tunnel that swallows it is no encapsulation between them. */
async function encapsulationIs(
  world: ClusterWorld,
  nodes: readonly string[],
  leg: Leg,
  wanted: string,
): Promise<void> {
  const outcome = world.lookAtLeg(leg);
  for (const name of leg === 'reply' ? [...nodes].reverse() : nodes) {
    const node = await findNode(world, name);
    const place = { host: node.name, device: node.nic };
    const [packet] = packetsAt(world, place, leg);
    const seen = packet === undefined ? undefined : encapsulationOf(packet);
    const what = `what carries the ${leg} on ${sayPlace(place)}`;
    expect(seen).to.be.valueLike(wanted, what, outcome);
  }
  world.showExchange(outcome);
}

function encapsulationOf({ payload }: Ipv4Packet): 'IPIP' | 'VXLAN' | 'nothing' {
  if (payload.kind === 'ipv4') return 'IPIP';
  return payload.kind === 'udp' && payload.payload.kind === 'vxlan' ? 'VXLAN' : 'nothing';
}

function layerOf(packet: Ipv4Packet, layer: string): Ipv4Packet | undefined {
  const inner = innerOf(packet);
  switch (layer) {
    case 'outer':
      return inner === undefined ? undefined : packet;
    case 'inner':
      return inner;
    case 'only':
      return inner === undefined ? packet : undefined;
    default:
      throw new NotEstablishedError(`a packet has no ${layer} header`);
  }
}

/** The packets of one leg at an interface, in order. */
function packetsAt(world: ClusterWorld, place: Place, leg: Leg): readonly Ipv4Packet[] {
  const outcome = world.lastOutcome;
  return tracesOf(outcome, leg)
    .flatMap((trace) => framesOf(outcome, trace))
    .filter((frame) => frame.host === place.host && frame.device === place.device)
    .flatMap(({ frame }) => packetOf(frame) ?? []);
}
