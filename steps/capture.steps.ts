/**
 * Sentences about captures: the frames at an interface, in order.
 */
import type { CapturedFrame } from '../src/trace/trace';
import { storyOf } from './matchers/lost';
import { frameRow } from './rows/frame-row';
import { ROWS_IN_ORDER, rowsWanted } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { macNames } from './support/mac-names';
import { expect } from './support/matchers';
import type { InterfaceReference } from './support/references';
import { findInterface, type Place, sayPlace } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'on {interface} the frames are:',
  {
    id: 'frames',
    says: 'Demands all frames of the last exchange at an interface, in order. Columns: frame (as tcpdump prints it), from and to (MAC addresses, or their owners), direction, ttl, DF.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then on calibd2348b4f67 the frames are:
        | frame                                                    |
        | ARP, Request who-has 172.16.158.2 tell 192.168.10.101    |
        | ARP, Reply 172.16.158.2 is-at pod2                       |
        | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
        | ARP, Request who-has 169.254.1.1 tell 172.16.158.2       |
        | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee           |
        | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1   |`,
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
        | from              | to        | frame                                              |
        | pod1              | broadcast | ARP, Request who-has 169.254.1.1 tell 172.16.158.1 |
        | ee:ee:ee:ee:ee:ee | pod1      | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee     |`,
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

/** Everything at an interface during the last exchange, but for frames that were for others. */
function framesAt(world: ClusterWorld, { host, device }: Place): readonly CapturedFrame[] {
  return world.lastOutcome.frames.filter(
    (frame) => frame.host === host && frame.device === device && frame.direction !== 'other',
  );
}

function isArp({ frame }: CapturedFrame): boolean {
  return frame.kind === 'frame' && frame.payload.kind === 'arp';
}
