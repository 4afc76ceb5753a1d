/** `calicoctl ipam`: the addresses, in tables and in sentences. */
import { expect } from 'chai';
import { applyManifest } from '../../apply';
import type { Cluster } from '../../cluster';
import { kans, podAt, podText } from '../../testing/labs';
import { answer, resource, run } from './testing/run-calicoctl';

/** Three pods on k8s-m, as the system's pods are, and a tunnel address on every node. */
function lab(): Cluster {
  const cluster = kans();
  const pods = ['one', 'two', 'three'].map((name) => podText(name, 'k8s-m'));
  applyManifest(cluster, pods.join('---\n'), 'pods.yaml');
  return cluster;
}

describe('calicoctl ipam show', () => {
  it('counts by pool, and by block where asked for', () => {
    const [border, head] = [
      '+----------+-----------------+-----------+------------+--------------+',
      '| GROUPING |      CIDR       | IPS TOTAL | IPS IN USE |   IPS FREE   |',
    ];
    expect(answer(lab(), 'ipam show --show-blocks')).to.equal(
      [
        border,
        head,
        border,
        '| IP Pool  | 172.16.0.0/16   |     65536 | 7 (0%)     | 65529 (100%) |',
        '| Block    | 172.16.116.0/24 |       256 | 4 (2%)     | 252 (98%)    |',
        '| Block    | 172.16.158.0/24 |       256 | 1 (0%)     | 255 (100%)   |',
        '| Block    | 172.16.184.0/24 |       256 | 1 (0%)     | 255 (100%)   |',
        '| Block    | 172.16.34.0/24  |       256 | 1 (0%)     | 255 (100%)   |',
        border,
        '',
      ].join('\n'),
    );
    expect(answer(lab(), 'ipam show')).to.equal(
      `\
+----------+---------------+-----------+------------+--------------+
| GROUPING |     CIDR      | IPS TOTAL | IPS IN USE |   IPS FREE   |
+----------+---------------+-----------+------------+--------------+
| IP Pool  | 172.16.0.0/16 |     65536 | 7 (0%)     | 65529 (100%) |
+----------+---------------+-----------+------------+--------------+
`,
    );
  });

  it('writes large numbers with a power of ten, and keeps blocks whose pool is gone', () => {
    const cluster = lab();
    run(cluster, 'apply -f -', resource('IPPool', 'large', { cidr: '10.0.0.0/12' }));
    expect(answer(cluster, 'ipam show')).to.contain(
      '| IP Pool  | 10.0.0.0/12   | 1.0486e+06 | 0 (0%)     | 1.0486e+06 (100%) |',
    );
    run(cluster, 'delete ippool default-ipv4-ippool');
    const [pool, ...blocks] = answer(cluster, 'ipam show --show-blocks').split('\n').slice(3, -2);
    expect(pool).to.match(/^\| IP Pool {2}\| 10.0.0.0\/12 /);
    expect(blocks).to.deep.equal([
      '| Block    | 172.16.116.0/24 |        256 | 3 (1%)     | 253 (99%)         |',
    ]);
    expect(answer(cluster, 'ipam check')).to.contain(
      'Found 1 IPAM blocks.\n IPAM block 172.16.116.0/24 affinity=<none>:\nIPAM blocks record 3 ',
    );
  });

  it('tells whose an address is', () => {
    const cluster = kans();
    applyManifest(cluster, podAt('pod1', 'k8s-w1', '172.16.158.3'), 'pod.yaml');
    expect(answer(cluster, 'ipam show --ip=172.16.158.3')).to.equal(
      [
        'IP 172.16.158.3 is in use',
        'Attributes:',
        '  namespace: default',
        '  node: k8s-w1',
        '  pod: pod1',
        '  timestamp: 2024-09-05 21:00:00 +0000 UTC',
        '',
      ].join('\n'),
    );
    expect(answer(cluster, 'ipam show --ip 172.16.158.0')).to.equal(
      'IP 172.16.158.0 is in use\nAttributes:\n  node: k8s-w1\n  type: ipipTunnelAddress\n',
    );
    expect(answer(cluster, 'ipam show --ip 172.16.158.77')).to.equal(
      '172.16.158.77 is not assigned\n',
    );
    expect(answer(cluster, 'ipam show --ip=here')).to.equal(
      'Error executing command: invalid IP address specified: here\n[exit 1]\n',
    );
  });

  it('tells which addresses are of another node’s block', () => {
    const cluster = kans();
    expect(answer(cluster, 'ipam show --show-borrowed')).to.equal(
      `\
+----+----------------+-------+-------------+------+--------------+
| IP | BORROWING-NODE | BLOCK | BLOCK OWNER | TYPE | ALLOCATED-TO |
+----+----------------+-------+-------------+------+--------------+
+----+----------------+-------+-------------+------+--------------+
`,
    );
    applyManifest(cluster, podAt('pod1', 'k8s-w1', '172.16.184.9'), 'pod.yaml');
    expect(answer(cluster, 'ipam show --show-borrowed')).to.contain(
      '| 172.16.184.9 | k8s-w1         | 172.16.184.0/24 | k8s-w2      | pod  | default/pod1 |',
    );
  });
});

describe('calicoctl ipam configure', () => {
  it('sets what show then shows', () => {
    const cluster = kans();
    expect(answer(cluster, 'ipam configure --strictaffinity=true')).to.equal(
      'Successfully set StrictAffinity to: true\n',
    );
    expect(answer(cluster, 'ipam show --show-configuration')).to.equal(
      `\
+--------------------+-------+
|      PROPERTY      | VALUE |
+--------------------+-------+
| StrictAffinity     | true  |
| AutoAllocateBlocks | true  |
| MaxBlocksPerHost   |     0 |
+--------------------+-------+
`,
    );
    expect(answer(cluster, 'ipam configure --strictaffinity=yes')).to.equal(
      '! Invalid value. Use true or false to set strictaffinity\n[exit 1]\n',
    );
  });
});

describe('calicoctl ipam check', () => {
  it('finds nothing where nothing is wrong', () => {
    const cluster = kans();
    applyManifest(cluster, podAt('pod1', 'k8s-w1', '172.16.158.3'), 'pod.yaml');
    expect(answer(cluster, 'ipam check')).to.equal(
      `\
Checking IPAM for inconsistencies...

Loading all IPAM blocks...
Found 4 IPAM blocks.
 IPAM block 172.16.116.0/24 affinity=host:k8s-m:
 IPAM block 172.16.158.0/24 affinity=host:k8s-w1:
 IPAM block 172.16.184.0/24 affinity=host:k8s-w2:
 IPAM block 172.16.34.0/24 affinity=host:k8s-w0:
IPAM blocks record 5 allocations.

Loading all IPAM pools...
  172.16.0.0/16
Found 1 active IP pools.

Loading all nodes.
Found 4 node tunnel IPs.

Loading all workload endpoints.
Found 1 workload IPs.
Workloads and nodes are using 5 IPs.

Loading all handles
Looking for top (up to 20) nodes by allocations...
  k8s-w1 has 2 allocations
  k8s-m has 1 allocations
  k8s-w2 has 1 allocations
  k8s-w0 has 1 allocations
Node with most allocations has 2; median is 1

Scanning for IPs that are allocated but not actually in use...
Found 0 IPs that are allocated in IPAM but not actually in use.
Scanning for IPs that are in use by a workload or node but not allocated in IPAM...
Found 0 in-use IPs that are not in active IP pools.
Found 0 in-use IPs that are in active IP pools but have no corresponding IPAM allocation.

Scanning for IPAM handles with no matching IPs...
Found 0 handles with no matching IPs (and 5 handles with matches).
Scanning for IPs with missing handle...
Found 0 handles mentioned in blocks with no matching handle resource.
Check complete; found 0 problems.
`,
    );
  });

  it('finds the pod whose address somebody gave back', () => {
    const cluster = kans();
    applyManifest(cluster, podAt('pod1', 'k8s-w1', '172.16.158.3'), 'pod.yaml');
    expect(answer(cluster, 'ipam release --ip=172.16.158.3')).to.equal(
      'Successfully released IP address 172.16.158.3\n',
    );
    expect(answer(cluster, 'ipam release --ip=172.16.158.3')).to.equal(
      '! IP address 172.16.158.3 is not assigned\n[exit 1]\n',
    );
    expect(answer(cluster, 'ipam show --ip=172.16.158.3')).to.equal(
      '172.16.158.3 is not assigned\n',
    );
    const text = answer(cluster, 'ipam check --show-problem-ips');
    expect(text).to.contain(
      '\n  172.16.158.3 in use by Workload(default/k8s--w1-k8s-pod1-eth0) and in active IPAM pool but has no IPAM allocation.\n',
    );
    expect(text).to.match(/Check complete; found 1 problems\.\n$/);
  });
});
