/**
 * Sentences about what a host holds: neighbours, routes, interfaces, sysctls.
 */
import { type Cidr, formatCidr } from '../src/addr/cidr';
import { formatMac, type Mac } from '../src/addr/mac';
import { linkRow, neighbourRow, routeRow } from './rows/state-rows';
import {
  ALL_ROWS,
  oneRowWanted,
  ROWS_IN_ORDER,
  type RowsMode,
  rowsWanted,
  SOME_ROWS,
} from './rows/table-rows';
import { type Table, Then, When } from './support/catalogue';
import { macNames } from './support/mac-names';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import type { InterfaceReference } from './support/references';
import { findHost, findInterface, findNode } from './support/resolve';
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
        `add "Then the neighbours of ${host} include:" after a ping`,
    );
  },
);

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
    const found = routes.map(routeRow).find((row) => row['destination'] === prefix);
    const seen = found === undefined ? 'not there' : Object.values(found).join(' ').trim();
    expect(seen).to.be.valueLike('not there', `the route of ${host} to ${prefix}`);
    this.claimed(
      `route to ${prefix}`,
      `nothing in the scenario shows that a route to ${prefix} could be there; ` +
        'add "Given the routes of … include:" with it',
    );
  },
);

Then(
  'every cali interface of {node} has the MAC {mac}',
  {
    id: 'cali.mac',
    says: 'Demands the MAC address of all workload interfaces of a node; there must be at least two.',
    example: `When the manifests "two-pods-one-node" are applied
      Then every cali interface of k8s-w1 has the MAC ee:ee:ee:ee:ee:ee`,
  },
  async function (this: ClusterWorld, name: string, wanted: Mac) {
    const { name: host } = await findNode(this, name);
    const links = (await (await this.cluster()).links(host)).filter(isCali);
    if (links.length < 2) {
      throw new NotEstablishedError(
        `"every" needs at least two cali interfaces, and ${host} has ${links.length}`,
      );
    }
    this.looked('cali interface', links.length);
    const macs = new Set(links.map(({ mac }) => (mac === undefined ? 'none' : formatMac(mac))));
    const what = `the MAC of every cali interface of ${host}`;
    expect([...macs].join(', ')).to.be.valueLike(formatMac(wanted), what);
  },
);

Then(
  '{interface} is:',
  {
    id: 'link',
    says: 'Demands properties of an interface: kind, mac, mtu, state, addresses.',
    example: `When the manifests "one-pod" are applied
      Then tunl0 of k8s-w1 is:
        | kind      | ipip            |
        | mtu       | 1480            |
        | addresses | 172.16.158.0/32 |`,
  },
  async function (this: ClusterWorld, reference: InterfaceReference, table: Table) {
    const { host, device } = await findInterface(this, reference);
    const links = (await (await this.cluster()).links(host)).filter(({ name }) => name === device);
    this.looked(`interface ${device}`, links.length);
    const rows = links.map(linkRow);
    expect(rows).to.be.rowsLike(oneRowWanted(table), { what: `${device} of ${host}` });
  },
);

When(
  'the sysctl {sysctl} on {host} is set to {value}',
  {
    id: 'sysctl.set',
    says: 'Writes a kernel setting, as sysctl -w does.',
    example: `Given the manifests "two-pods-one-node"
      And the ping from pod1 to pod2 succeeds
      When the sysctl net.ipv4.ip_forward on k8s-w1 is set to 0
      And pod1 pings pod2
      Then the ping fails`,
  },
  async function (this: ClusterWorld, path: string, host: string, value: unknown) {
    const where = await findHost(this, host);
    const result = await (await this.cluster()).exec(where, `sysctl -w ${path}=${value}`);
    if (result.exit !== 0) throw new NotEstablishedError(result.stderr.trim());
  },
);

Then(
  'the sysctl {sysctl} on {host} is {value}',
  {
    id: 'sysctl.is',
    says: 'Demands the value of a kernel setting.',
    example: `When the manifests "one-pod" are applied
      Then the sysctl net.ipv4.conf.calice0906292e2.proxy_arp on k8s-w1 is 1`,
  },
  async function (this: ClusterWorld, path: string, host: string, value: unknown) {
    const seen = await (await this.cluster()).sysctl(await findHost(this, host), path);
    if (seen === undefined) throw new NotEstablishedError(`${host} has no sysctl ${path}`);
    this.looked(`sysctl ${path}`, 1);
    expect(seen).to.be.valueLike(String(value), `${path} on ${host}`);
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
  for (const row of wanted.rows) world.shown(`route to ${row['destination']}`);
}

function isCali({ name }: { readonly name: string }): boolean {
  return name.startsWith('cali');
}
