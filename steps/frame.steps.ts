/**
 * Sentences about captures: the frames at an interface, their headers, the tunnel between two nodes.
 */
import type { CapturedFrame } from '../src/trace/trace';
import type { Ipv4Packet } from '../src/wire/ipv4';
import { storyOf } from './matchers/lost';
import { frameRow } from './rows/frame-row';
import { headerRow } from './rows/header-row';
import { oneRowWanted, ROWS_IN_ORDER, rowsWanted } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { framesOf, innerOf, type Leg, packetOf, tracesOf } from './support/exchange';
import { macNames } from './support/mac-names';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import type { InterfaceReference } from './support/references';
import { findInterface, findNode, type Place } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'on {interface} the frames are:',
  {
    id: 'frames',
    says: 'Demands all frames of the last exchange at an interface, in order. Columns: frame (as tcpdump prints it), from and to (MAC addresses, or their owners), direction, ttl, DF.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then on calibd2348b4f67 the frames are:
        | frame                                                |
        | ARP, Request who-has 172.16.158.2 tell 192.168.10.101 |
        | ARP, Reply 172.16.158.2 is-at pod2                   |
        | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
        | ARP, Request who-has 169.254.1.1 tell 172.16.158.2   |
        | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee       |
        | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1 |`,
  },
  async function (this: ClusterWorld, reference: InterfaceReference, table: Table) {
    const place = await findInterface(this, reference);
    await framesAre(this, framesAt(this, place), place, table);
  },
);

Then(
  'on {interface} the ARP frames are:',
  {
    id: 'frames.arp',
    says: 'Demands the ARP frames of the last exchange at an interface, in order; other frames do not count.',
    example: `Given the manifests "one-pod"
      When pod1 pings 8.8.8.8
      Then on the cali interface of pod1 the ARP frames are:
        | from              | to                | frame                                            |
        | pod1              | broadcast         | ARP, Request who-has 169.254.1.1 tell 172.16.158.1 |
        | ee:ee:ee:ee:ee:ee | pod1              | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee   |`,
  },
  async function (this: ClusterWorld, reference: InterfaceReference, table: Table) {
    const place = await findInterface(this, reference);
    await framesAre(this, framesAt(this, place).filter(isArp), place, table);
  },
);

Then(
  'on {interface} no ARP frame is seen',
  {
    id: 'frames.no-arp',
    says: 'Demands that the last exchange needed no ARP at an interface. Its control: other frames were seen there.',
    example: `Given the manifests "two-pods-one-node"
      And pod1 pings pod2
      When pod1 pings pod2
      Then on the cali interface of pod1 no ARP frame is seen`,
  },
  async function (this: ClusterWorld, reference: InterfaceReference) {
    const place = await findInterface(this, reference);
    const frames = framesAt(this, place);
    this.looked(`frame on ${sayPlace(place)}`, frames.length);
    const rows = frames.filter(isArp).map((frame) => frameRow(frame, (mac) => mac));
    expect(rows).to.be.unseen(`ARP on ${sayPlace(place)}`, storyOf(this.lastOutcome));
  },
);

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

async function framesAre(
  world: ClusterWorld,
  frames: readonly CapturedFrame[],
  place: Place,
  table: Table,
): Promise<void> {
  world.looked('frame of the last exchange', world.lastOutcome.frames.length);
  const nameOfMac = await macNames(world);
  const rows = frames.map((frame) => frameRow(frame, nameOfMac));
  expect(rows).to.be.rowsLike(rowsWanted(table, ROWS_IN_ORDER), {
    what: `the frames on ${sayPlace(place)}`,
    traces: storyOf(world.lastOutcome),
  });
}

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

/** Everything at an interface during the last exchange, but for frames that were for others. */
function framesAt(world: ClusterWorld, { host, device }: Place): readonly CapturedFrame[] {
  return world.lastOutcome.frames.filter(
    (frame) => frame.host === host && frame.device === device && frame.direction !== 'other',
  );
}

function isArp({ frame }: CapturedFrame): boolean {
  return frame.kind === 'frame' && frame.payload.kind === 'arp';
}

function sayPlace({ host, device }: Place): string {
  return `${device} of ${host}`;
}
