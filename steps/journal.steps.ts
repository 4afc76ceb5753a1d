/**
 * Sentences about what was changed on hosts besides what was applied: by hand, and by Felix and BIRD,
 * which put right what they own.
 */
import type { HostChange } from '../src/host/host-change';
import type { Row } from './rows/compare-rows';
import { ROWS_IN_ORDER, type RowsMode, rowsWanted, SOME_ROWS } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { expect } from './support/matchers';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the changes of {host} are:',
  {
    id: 'changes.are',
    says: 'Demands all that was changed on a host since the lab was built besides what was applied, in order. Columns: who (hand, felix, bird), what.',
    example: `Given the manifests "two-pods-two-nodes"
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      And 2 s pass
      Then the changes of k8s-w1 are:
        | who  | what                                                                              |
        | hand | ip route del 172.16.184.0/24                                                      |
        | bird | put back the route 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    await changesAre(this, host, table, ROWS_IN_ORDER);
  },
);

Then(
  'the changes of {host} include:',
  {
    id: 'changes.include',
    says: 'Demands some of what was changed on a host since the lab was built, by hand or by Felix and BIRD; there may be more.',
    example: `Given the manifests "one-pod"
      When "iptables -t nat -F cali-nat-outgoing" is run on k8s-w1
      And 90 s pass
      Then the changes of k8s-w1 include:
        | who   | what                                                                |
        | felix | wrote chain cali-nat-outgoing of table nat anew: 1 rule was missing |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    await changesAre(this, host, table, SOME_ROWS);
  },
);

Then(
  'nothing was put back on {host}',
  {
    id: 'changes.none',
    says: 'Demands that neither Felix nor BIRD has changed anything on a host. Its control: the scenario shows that they do, there or elsewhere.',
    example: `Given the manifests "two-pods-two-nodes"
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      Then nothing was put back on k8s-w1
      When 2 s pass
      Then the changes of k8s-w1 include:
        | who  |
        | bird |`,
  },
  async function (this: ClusterWorld, host: string) {
    const changes = await changesOf(this, host);
    this.looked(`change of ${host}`, changes.length);
    const seen = changes.filter(({ by }) => by !== 'hand').map(({ by, what }) => `${by}: ${what}`);
    expect(seen.join('; ') || 'nothing').to.be.valueLike('nothing', `what was put back on ${host}`);
    this.claimed(
      PUT_BACK,
      'nothing in the scenario shows that something could be put back; ' +
        `let time pass and add ${this.quote('then', 'changes.include', '…')} with what felix or bird did`,
    );
  },
);

const PUT_BACK = 'something put back';

async function changesAre(
  world: ClusterWorld,
  host: string,
  table: Table,
  mode: RowsMode,
): Promise<void> {
  const changes = await changesOf(world, host);
  const wanted = rowsWanted(table, mode);
  world.looked('row of the table', wanted.rows.length);
  expect(changes.map(changeRow)).to.be.rowsLike(wanted, { what: `the changes of ${host}` });
  if (wanted.rows.some((row) => row['who'] !== 'hand')) world.shown(PUT_BACK);
}

async function changesOf(world: ClusterWorld, host: string): Promise<readonly HostChange[]> {
  const name = await findHost(world, host);
  return (await (await world.cluster()).journal()).filter((change) => change.host === name);
}

function changeRow({ by, what }: HostChange): Row {
  return { who: by, what };
}
