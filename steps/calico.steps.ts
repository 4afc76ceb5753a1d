/**
 * Sentences about what Calico decided: workload endpoints, addresses, pools, blocks.
 */
import { formatIpv4, type Ipv4 } from '../src/addr/ipv4';
import { blockRow, poolRow, workloadRow } from './rows/state-rows';
import { ALL_ROWS, rowsWanted, SOME_ROWS } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import type { PodReference } from './support/references';
import { findPod } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the workload endpoints are:',
  {
    id: 'workloads',
    says: 'Demands all workload endpoints, as calicoctl prints them. Columns: workload, node, networks, interface, profiles.',
    example: `When the manifests "two-pods-one-node" are applied
      Then the workload endpoints are:
        | workload | node   | networks        | interface       |
        | pod1     | k8s-w1 | 172.16.158.1/32 | calice0906292e2 |
        | pod2     | k8s-w1 | 172.16.158.2/32 | calibd2348b4f67 |`,
  },
  async function (this: ClusterWorld, table: Table) {
    const { workloads } = await this.inventory();
    const wanted = rowsWanted(table, ALL_ROWS);
    this.looked('row of the table', wanted.rows.length);
    expect(workloads.map(workloadRow)).to.be.rowsLike(wanted, { what: 'the workload endpoints' });
  },
);

Then(
  'there are no workload endpoints',
  {
    id: 'workloads.none',
    says: 'Demands a cluster without pods. Its control: a pod had an address in this scenario.',
    example: `Given the manifests "one-pod"
      And pod1 has the address 172.16.158.1
      When the pod pod1 is deleted
      Then there are no workload endpoints`,
  },
  async function (this: ClusterWorld) {
    const { workloads, nodes } = await this.inventory();
    this.looked('node', nodes.length);
    const seen = workloads.map(({ pod }) => pod).join(', ') || 'none';
    expect(seen).to.be.valueLike('none', 'the list of workload endpoints');
    this.claimed(
      'a workload',
      'a cluster in which no pod ever was has none either; add ' +
        this.quote('given', 'pod.address', 'pod1', '…'),
    );
  },
);

Then(
  '{pod} has the address {ip}',
  {
    id: 'pod.address',
    says: 'Demands the address that IPAM gave to a pod.',
    example: `When the manifests "one-pod" are applied
      Then pod1 on k8s-w1 has the address 172.16.158.1`,
  },
  async function (this: ClusterWorld, reference: PodReference, address: Ipv4) {
    const workload = await findPod(this, reference);
    this.looked('workload endpoint', 1);
    const seen = formatIpv4(workload.address);
    expect(seen).to.be.valueLike(formatIpv4(address), `the address of ${workload.pod}`);
    this.shown('a workload');
  },
);

Then(
  'the pools are:',
  {
    id: 'pools',
    says: 'Demands all pools, as calicoctl prints them. Columns: name, cidr, block size, nat, ipipmode, vxlanmode.',
    example: `When the manifests "one-pod" are applied
      Then the pools are:
        | name                | cidr          | nat  | ipipmode | vxlanmode |
        | default-ipv4-ippool | 172.16.0.0/16 | true | Always   | Never     |`,
  },
  async function (this: ClusterWorld, table: Table) {
    const { pools } = await this.inventory();
    const wanted = rowsWanted(table, ALL_ROWS);
    this.looked('row of the table', wanted.rows.length);
    expect(pools.map(poolRow)).to.be.rowsLike(wanted, { what: 'the pools' });
  },
);

Then(
  'the blocks are:',
  {
    id: 'blocks.are',
    says: 'Demands all address blocks and the nodes that they belong to. Columns: block, node, in use.',
    example: `When the manifests "one-pod" are applied
      Then the blocks are:
        | block           | node   |
        | 172.16.116.0/24 | k8s-m  |
        | 172.16.158.0/24 | k8s-w1 |
        | 172.16.184.0/24 | k8s-w2 |
        | 172.16.34.0/24  | k8s-w0 |`,
  },
  async function (this: ClusterWorld, table: Table) {
    const { blocks } = await this.inventory();
    const wanted = rowsWanted(table, ALL_ROWS);
    this.looked('row of the table', wanted.rows.length);
    expect(blocks.map(blockRow)).to.be.rowsLike(wanted, { what: 'the blocks' });
  },
);

Then(
  'the blocks include:',
  {
    id: 'blocks.include',
    says: 'Demands some of the address blocks; there may be others.',
    example: `When the manifests "two-pods-one-node" are applied
      Then the blocks include:
        | block           | node   | in use |
        | 172.16.158.0/24 | k8s-w1 | 3      |`,
  },
  async function (this: ClusterWorld, table: Table) {
    const { blocks } = await this.inventory();
    const wanted = rowsWanted(table, SOME_ROWS);
    this.looked('row of the table', wanted.rows.length);
    expect(blocks.map(blockRow)).to.be.rowsLike(wanted, { what: 'the blocks' });
  },
);

Then(
  '{pod} and {pod} have different addresses',
  {
    id: 'pods.different',
    says: 'Demands that two pods do not share an address.',
    example: `When the manifests "two-pods-one-node" are applied
      Then pod1 and pod2 have different addresses`,
  },
  async function (this: ClusterWorld, one: PodReference, other: PodReference) {
    const [first, second] = [await findPod(this, one), await findPod(this, other)];
    if (first.pod === second.pod) throw new NotEstablishedError('that is one pod, not two');
    this.looked('workload endpoint', 2);
    const seen = first.address === second.address ? formatIpv4(first.address) : 'different';
    expect(seen).to.be.valueLike('different', `the addresses of ${first.pod} and ${second.pod}`);
  },
);
