/**
 * Sentences about the connection table of a host.
 */
import { formatIpv4, type Ipv4 } from '../src/addr/ipv4';
import { connectionRow } from './rows/state-rows';
import { rowsWanted, SOME_ROWS } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { expect } from './support/matchers';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the connections of {host} include:',
  {
    id: 'connections.include',
    says: 'Demands rows of the connection table. Columns: protocol, source, destination, reply source, reply destination, flags, and the four ports.',
    example: `Given the manifests "one-pod"
      When pod1 pings 8.8.8.8
      Then the connections of k8s-w1 include:
        | protocol | source       | destination | reply source | reply destination |
        | icmp     | 172.16.158.1 | 8.8.8.8     | 8.8.8.8      | 192.168.10.101    |`,
  },
  async function (this: ClusterWorld, host: string, table: Table) {
    const connections = await (await this.cluster()).connections(await findHost(this, host));
    const wanted = rowsWanted(table, SOME_ROWS);
    this.looked('row of the table', wanted.rows.length);
    const rows = connections.map(connectionRow);
    expect(rows).to.be.rowsLike(wanted, { what: `the connections of ${host}` });
    for (const { source } of rows) this.shown(`connection from ${source}`);
  },
);

Then(
  '{host} has no connection from {ip}',
  {
    id: 'connections.none',
    says: 'Demands that the connection table has no row with this source. Its control: the scenario shows such a row, before or after, on any host.',
    example: `Given the manifests "one-pod"
      And pod1 pings 8.8.8.8
      And the connections of k8s-w1 include:
        | source       |
        | 172.16.158.1 |
      When 40 s pass
      Then k8s-w1 has no connection from 172.16.158.1`,
  },
  async function (this: ClusterWorld, host: string, source: Ipv4) {
    const connections = await (await this.cluster()).connections(await findHost(this, host));
    this.looked('connection table', 1);
    const address = formatIpv4(source);
    const row = connections.find(({ original }) => original.source === source);
    const seen =
      row === undefined ? 'not there' : Object.values(connectionRow(row)).join(' ').trim();
    expect(seen).to.be.valueLike('not there', `the connection of ${host} from ${address}`);
    this.claimed(
      `connection from ${address}`,
      `nothing in the scenario shows that a connection from ${address} could be there; ` +
        `add ${this.quote('given', 'connections.include', '…')} with it`,
    );
  },
);
