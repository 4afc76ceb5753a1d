/**
 * Sentences about the main routing table of hosts and pods.
 */
import { type Cidr, formatCidr } from '../src/addr/cidr';
import { routeRow } from './rows/state-rows';
import { ROWS_IN_ORDER, type RowsMode, rowsWanted, SOME_ROWS } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { expect } from './support/matchers';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the routes of {host} are:',
  {
    id: 'routes.are',
    says: 'Demands the whole main table, in the order of ip route. Columns: type, destination, via, interface, proto, scope, source, onlink.',
    example: `When the manifests "one-pod" are applied
      Then the routes of pod1 are:
        | destination | via         | interface | scope |
        | default     | 169.254.1.1 | eth0      |       |
        | 169.254.1.1 |             | eth0      | link  |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    await routesAre(this, host, table, ROWS_IN_ORDER);
  },
);

Then(
  'the routes of {host} include:',
  {
    id: 'routes.include',
    says: 'Demands rows of the main table; there may be others.',
    example: `When the manifests "one-pod" are applied
      Then the routes of k8s-w1 include:
        | type      | destination     | via            | interface | proto | onlink |
        | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  | onlink |
        | blackhole | 172.16.158.0/24 |                |           | bird  |        |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    await routesAre(this, host, table, SOME_ROWS);
  },
);

Then(
  '{host} has no route to {cidr}',
  {
    id: 'routes.none',
    says: 'Demands that the main table has no row for exactly this prefix. Its control: another row of the scenario shows the route, there or on another host.',
    example: `Given the manifests "one-pod"
      And the routes of k8s-w1 include:
        | destination     |
        | 172.16.184.0/24 |
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      Then k8s-w1 has no route to 172.16.184.0/24`,
  },
  async function (this: ClusterWorld, host: string, destination: Cidr) {
    const routes = await (await this.cluster()).routes(await findHost(this, host));
    const prefix = formatCidr(destination);
    this.looked(`route of ${host}`, routes.length);
    const found = routes.find((route) => formatCidr(route.destination) === prefix);
    const seen =
      found === undefined ? 'not there' : Object.values(routeRow(found)).join(' ').trim();
    expect(seen).to.be.valueLike('not there', `the route of ${host} to ${prefix}`);
    this.claimed(
      `route to ${prefix}`,
      `nothing in the scenario shows that a route to ${prefix} could be there; ` +
        `add ${this.quote('given', 'routes.include', '…')} with it`,
    );
  },
);

async function routesAre(
  world: ClusterWorld,
  host: string,
  table: Table,
  mode: RowsMode,
): Promise<void> {
  const routes = await (await world.cluster()).routes(await findHost(world, host));
  const wanted = rowsWanted(table, mode);
  world.looked('row of the table', wanted.rows.length);
  expect(routes.map(routeRow)).to.be.rowsLike(wanted, { what: `the routes of ${host}` });
  for (const { destination } of wanted.rows) world.shown(`route to ${prefixText(destination)}`);
}

/** `172.16.158.1/32` for `172.16.158.1`, as a CIDR in a sentence has it. */
function prefixText(destination = ''): string {
  if (destination === 'default') return '0.0.0.0/0';
  return destination.includes('/') ? destination : `${destination}/32`;
}
