/**
 * Sentences about the neighbour tables of hosts and pods.
 */
import { neighbourRow } from './rows/state-rows';
import { ALL_ROWS, type RowsMode, rowsWanted, SOME_ROWS } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { macNames } from './support/mac-names';
import { expect } from './support/matchers';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the neighbours of {host} are:',
  {
    id: 'neighbours.are',
    says: 'Demands the whole neighbour table, as ip neigh prints it. Columns: address, interface, mac, state.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the neighbours of pod1 are:
        | address     | interface | mac               | state     |
        | 169.254.1.1 | eth0      | ee:ee:ee:ee:ee:ee | REACHABLE |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    await neighboursAre(this, host, table, ALL_ROWS);
  },
);

Then(
  'the neighbours of {host} include:',
  {
    id: 'neighbours.include',
    says: 'Demands rows of the neighbour table; there may be others.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the neighbours of pod2 include:
        | address        | mac               | state |
        | 192.168.10.101 | ee:ee:ee:ee:ee:ee | STALE |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    await neighboursAre(this, host, table, SOME_ROWS);
  },
);

Then(
  '{host} has no neighbours',
  {
    id: 'neighbours.none',
    says: 'Demands an empty neighbour table. Its control: the same host has neighbours later in the scenario, or had some before.',
    example: `Given the manifests "two-pods-one-node"
      And pod1 has no neighbours
      When pod1 pings pod2
      Then the neighbours of pod1 include:
        | address     |
        | 169.254.1.1 |`,
  },
  async function (this: ClusterWorld, host: string) {
    const where = await findHost(this, host);
    const neighbours = await (await this.cluster()).neighbours(where);
    this.looked('neighbour table', 1);
    const seen = String(neighbours.length);
    expect(seen).to.be.valueLike('0', `the number of neighbours of ${host}`);
    this.claimed(
      `neighbours of ${where}`,
      `an empty table proves nothing while ${host} is never seen to learn a neighbour; ` +
        `add ${this.quote('then', 'neighbours.include', host)} after a ping`,
    );
  },
);

async function neighboursAre(
  world: ClusterWorld,
  host: string,
  table: Table,
  mode: RowsMode,
): Promise<void> {
  const where = await findHost(world, host);
  const neighbours = await (await world.cluster()).neighbours(where);
  const nameOfMac = await macNames(world);
  const wanted = rowsWanted(table, mode);
  const rows = neighbours.map((neighbour) => neighbourRow(neighbour, nameOfMac));
  world.looked('row of the table', wanted.rows.length);
  expect(rows).to.be.rowsLike(wanted, { what: `the neighbours of ${host}` });
  world.shown(`neighbours of ${where}`);
}
