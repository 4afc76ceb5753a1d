/**
 * Sentences about the way of a packet: the interfaces that it passes, its TTL there, and the interfaces
 * that it never touches.
 */
import { formatIpv4, type Ipv4 } from '../src/addr/ipv4';
import type { CapturedFrame } from '../src/trace/trace';
import { nameOf, storyOf } from './matchers/lost';
import { frameRow } from './rows/frame-row';
import { ROWS_IN_ORDER, rowsWanted } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { framesOf, innermostOf, type Leg, packetOf, tracesOf } from './support/exchange';
import { claimFailure } from './support/failure';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import type { InterfaceReference } from './support/references';
import { findHost, findInterface, type Place, sayPlace } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the {leg} passes:',
  {
    id: 'path',
    says: 'Demands the interfaces that the first packet passed, in order. Columns: host, interface, direction, ttl, inner ttl, source, destination, DF, frame.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the request passes:
        | host   | interface       | direction | ttl |
        | pod1   | eth0            | out       | 64  |
        | k8s-w1 | calice0906292e2 | in        | 64  |
        | k8s-w1 | calibd2348b4f67 | out       | 63  |
        | pod2   | eth0            | in        | 63  |`,
  },
  function (this: ClusterWorld, leg: Leg, table: Table) {
    const outcome = this.lookAtLeg(leg);
    const [trace] = tracesOf(outcome, leg);
    const frames = trace === undefined ? [] : framesOf(outcome, trace);
    expect(frames.map(plainRow)).to.be.rowsLike(rowsWanted(table, ROWS_IN_ORDER), {
      what: `the way of the ${leg} of ${nameOf(outcome)}`,
      traces: trace === undefined ? storyOf(outcome) : [trace],
    });
    if (reaches(frames, outcome.stimulus.from)) this.showExchange(outcome);
  },
);

Then(
  'the {leg} is seen on {interface}',
  {
    id: 'seen',
    says: 'Demands that a packet of the last exchange passed an interface.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the request is seen on the cali interface of pod2`,
  },
  async function (this: ClusterWorld, leg: Leg, reference: InterfaceReference) {
    const place = await findInterface(this, reference);
    const outcome = this.lookAtLeg(leg);
    const frames = tracesOf(outcome, leg).flatMap((trace) => framesOf(outcome, trace));
    const here = frames.filter((frame) => isAt(frame, place)).map(plainRow);
    const what = `the ${leg} of ${nameOf(outcome)} on ${sayPlace(place)}`;
    expect(here).to.be.seen(what, frames.map(plainRow), storyOf(outcome));
  },
);

Then(
  'nothing of the ping/packet/connection is seen on {interface}',
  {
    id: 'unseen',
    says: 'Demands that no packet of the last exchange passed an interface. Its control: the host saw it on another interface, or the interface saw an earlier one.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then nothing of the ping is seen on ens5 of k8s-w1`,
  },
  async function (this: ClusterWorld, reference: InterfaceReference) {
    const place = await findInterface(this, reference);
    const outcome = this.lastOutcome;
    const legs: readonly Leg[] = ['request', 'reply'];
    const frames = legs
      .flatMap((leg) => tracesOf(outcome, leg))
      .flatMap((trace) => framesOf(outcome, trace));
    this.looked(`frame of ${nameOf(outcome)}`, frames.length);
    const here = frames.filter((frame) => isAt(frame, place)).map(plainRow);
    expect(here).to.be.unseen(`${nameOf(outcome)} on ${sayPlace(place)}`, storyOf(outcome));
    await mustBeLive(this, place, frames);
  },
);

Then(
  '{host} sees the {leg} come from {ip}',
  {
    id: 'source.seen',
    says: 'Demands the source address with which a packet reached a host.',
    example: `Given the manifests "one-pod"
      When pod1 pings 8.8.8.8
      Then internet sees the request come from 192.168.10.101`,
  },
  async function (this: ClusterWorld, host: string, leg: Leg, source: Ipv4) {
    const where = await findHost(this, host);
    const outcome = this.lookAtLeg(leg);
    const arrived = tracesOf(outcome, leg)
      .flatMap((trace) => framesOf(outcome, trace))
      .filter((frame) => frame.host === where && frame.direction === 'in')
      .flatMap(({ frame }) => packetOf(frame) ?? [])
      .map((packet) => formatIpv4(innermostOf(packet).source));
    const what = `the source that ${host} sees`;
    expect(arrived[0]).to.be.valueLike(formatIpv4(source), what, outcome);
    // It got to a host that did not send it, which a dead network does not bring about.
    if (where !== outcome.stimulus.from) this.showExchange(outcome);
  },
);

Then(
  'the hops of the traceroute are:',
  {
    id: 'traceroute.hops',
    says: 'Demands who answered to each TTL; * where nobody did.',
    example: `Given the manifests "two-pods-two-nodes"
      When pod1 traces the route to pod2
      Then the hops of the traceroute are:
        | ttl | from           |
        | 1   | 192.168.10.101 |
        | 2   | 172.16.184.0   |
        | 3   | 172.16.184.1   |`,
  },
  function (this: ClusterWorld, table: Table) {
    const traceroute = this.last('traceroute');
    this.looked('hop of the traceroute', traceroute.hops.length);
    const rows = traceroute.hops.map(({ ttl, from }) => ({
      ttl: String(ttl),
      from: from === undefined ? '*' : formatIpv4(from),
    }));
    expect(rows).to.be.rowsLike(rowsWanted(table, ROWS_IN_ORDER), {
      what: `the hops of ${nameOf(traceroute)}`,
      traces: storyOf(traceroute),
    });
    if (traceroute.hops.every(({ from }) => from === undefined)) claimFailure(this, traceroute);
  },
);

/** Silence means something only on an interface, or at least a host, whose capture is shown to work. */
async function mustBeLive(
  world: ClusterWorld,
  place: Place,
  frames: readonly CapturedFrame[],
): Promise<void> {
  if (frames.some(({ host }) => host === place.host)) return;
  const captured = await (await world.cluster()).captured();
  if (captured.some((frame) => isAt(frame, place))) return;
  throw new NotEstablishedError(
    `nothing at all was ever seen on ${sayPlace(place)}, so its silence proves nothing; ` +
      `add a control that passes it: ${world.quote('given', 'control.ping.pod', '…', '…')}`,
  );
}

function reaches(frames: readonly CapturedFrame[], sender: string): boolean {
  return frames.some(({ host }) => host !== sender);
}

function isAt(frame: CapturedFrame, { host, device }: Place): boolean {
  return frame.host === host && frame.device === device;
}

/** MAC addresses are not the business of a path. */
function plainRow(frame: CapturedFrame) {
  return frameRow(frame, (mac) => mac);
}
