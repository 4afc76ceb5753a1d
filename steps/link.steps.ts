/**
 * Sentences about interfaces and kernel settings.
 */
import { formatMac, type Mac } from '../src/addr/mac';
import { linkRow } from './rows/state-rows';
import { oneRowWanted } from './rows/table-rows';
import { type Table, Then, When } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import type { InterfaceReference } from './support/references';
import { findHost, findInterface, findNode } from './support/resolve';
import type { ClusterWorld } from './support/world';

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
    const result = await (await this.clusterToChange()).exec(where, `sysctl -w ${path}=${value}`);
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

function isCali({ name }: { readonly name: string }): boolean {
  return name.startsWith('cali');
}
