/** What calicoctl changes, and what it says of it. */
import { expect } from 'chai';
import type { Cluster } from '../../cluster';
import { applyPods, chainsOf, kans, setOf } from '../../testing/labs';
import { answer, resource, run } from './testing/run-calicoctl';

const POOL = 'get ippool default-ipv4-ippool -o yaml';

/** The lab with one resource of every kind that may be written. */
function furnished(): Cluster {
  const cluster = kans();
  applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w2']);
  const everything = [
    resource('BGPPeer', 'tor', { node: 'k8s-w1', peerIP: '192.168.10.254', asNumber: 65000 }),
    resource('BGPPeer', 'rr', { nodeSelector: '!has(rr)', peerSelector: 'has(rr)' }),
    resource('FelixConfiguration', 'default', { ipipMTU: 1400, logSeverityScreen: 'Info' }),
    resource('GlobalNetworkSet', 'office', { nets: ['10.0.0.0/8'] }, { labels: { a: 'b' } }),
    resource('NetworkSet', 'office', { nets: ['10.0.0.0/8'] }),
    resource('IPReservation', 'few', { reservedCIDRs: ['172.16.1.0/30'] }),
    resource('IPAMConfiguration', 'default', { strictAffinity: true, autoAllocateBlocks: true }),
  ];
  expect(answer(cluster, 'apply -f -', everything.join('---\n'))).to.equal(
    'Successfully applied 7 resource(s)\n',
  );
  expect(answer(cluster, 'label nodes k8s-w1 rr=true')).to.equal(
    'Successfully set label rr on nodes k8s-w1\n',
  );
  return cluster;
}

describe('the tutorial’s pipeline', () => {
  it('switches natOutgoing off: the set and the rule go', () => {
    const cluster = kans();
    applyPods(cluster, ['pod1', 'k8s-w1']);
    const text = run(cluster, POOL).stdout.replace('natOutgoing: true', 'natOutgoing: false');
    expect(answer(cluster, 'apply -f -', text)).to.equal(
      "Successfully applied 1 'IPPool' resource(s)\n",
    );
    expect(setOf(cluster, 'k8s-w1', 'cali40masq-ipam-pools')).to.deep.equal([]);
    expect(chainsOf(cluster, 'k8s-w1')).to.include('nat cali-nat-outgoing');
  });

  it('does not lead back the same way, for what is false is not printed', () => {
    const cluster = kans();
    answer(cluster, `patch ippool default-ipv4-ippool -p '{"spec":{"natOutgoing":false}}'`);
    const text = run(cluster, POOL).stdout;
    expect(text).not.to.contain('natOutgoing');
    const same = text.replace('natOutgoing: false', 'natOutgoing: true');
    expect(answer(cluster, 'apply -f -', same)).to.equal(
      "Successfully applied 1 'IPPool' resource(s)\n",
    );
    expect(run(cluster, POOL).stdout).to.equal(text);
  });
});

describe('what get prints', () => {
  for (const kind of [
    'bgpconfig',
    'bgppeer',
    'felixconfig',
    'gnetsets',
    'networkset',
    'ippool',
    'ipreservation',
    'ipamconfig',
    'node',
    'wep',
  ]) {
    for (const form of ['yaml', 'json']) {
      it(`can be applied again and changes nothing: ${kind} as ${form}`, () => {
        const cluster = furnished();
        const { revision } = cluster.control.store;
        const text = run(cluster, `get ${kind} -o ${form}`).stdout;
        expect(answer(cluster, 'apply -f -', text)).to.match(/^Successfully applied \d+ /);
        expect(run(cluster, `get ${kind} -o ${form}`).stdout).to.equal(text);
        expect(cluster.control.store.revision).to.equal(revision);
      });
    }
  }

  it('of several names is a list that can be applied', () => {
    const cluster = furnished();
    for (const form of ['yaml', 'json']) {
      const text = run(cluster, `get nodes k8s-w1 k8s-m -o ${form}`).stdout;
      expect(answer(cluster, 'apply -f -', text)).to.equal(
        "Successfully applied 2 'Node' resource(s)\n",
      );
    }
  });

  it('cannot be applied once somebody else has changed it', () => {
    const cluster = kans();
    const text = run(cluster, POOL).stdout;
    answer(cluster, `patch ippool default-ipv4-ippool -p '{"spec":{"natOutgoing":false}}'`);
    const conflict = 'update conflict: IPPool(default-ipv4-ippool)';
    expect(answer(cluster, 'apply -f -', text)).to.equal(
      `! Failed to apply 'IPPool' resource: [${conflict}]\n[exit 1]\n`,
    );
    expect(answer(cluster, 'replace -f -', text)).to.equal(
      `Partial success: replaced the first 1 out of 1 'IPPool' resources:\n! Hit error: ${conflict}\n[exit 1]\n`,
    );
    expect(answer(cluster, 'delete -f -', text)).to.equal(
      `! Failed to delete 'IPPool' resource: ${conflict}\n! \n[exit 1]\n`,
    );
  });
});

describe('calicoctl apply, create, replace and delete', () => {
  const office = resource('GlobalNetworkSet', 'office', { nets: ['10.0.0.0/8'] });

  it('say how many they did', () => {
    const cluster = kans();
    const kind = "'GlobalNetworkSet' resource(s)\n";
    expect(answer(cluster, 'create -f -', office)).to.equal(`Successfully created 1 ${kind}`);
    expect(answer(cluster, 'create -f -', office)).to.equal(
      "! Failed to create 'GlobalNetworkSet' resource: [resource already exists: GlobalNetworkSet(office)]\n[exit 1]\n",
    );
    expect(answer(cluster, 'create --skip-exists -f -', office)).to.equal(
      `Successfully created 1 ${kind}`,
    );
    expect(answer(cluster, 'replace -f -', office)).to.equal(`Successfully replaced 1 ${kind}`);
    expect(answer(cluster, 'delete gnetsets office')).to.equal(`Successfully deleted 1 ${kind}`);
    expect(answer(cluster, 'delete gnetsets office')).to.equal(
      '! Failed to delete \'GlobalNetworkSet\' resource: resource does not exist: GlobalNetworkSet(office) with error: globalnetworksets.crd.projectcalico.org "office" not found\n! \n[exit 1]\n',
    );
    expect(answer(cluster, 'delete -s -f -', office)).to.equal(`Successfully deleted 1 ${kind}`);
  });

  it('go on after what is refused', () => {
    const cluster = kans();
    const pool = resource('IPPool', 'small', { cidr: '172.16.9.0/24' });
    const two = [office, pool, office.replace('office', 'home')].join('---\n');
    expect(answer(cluster, 'apply -f -', two)).to.equal(
      [
        'Partial success: applied the first 2 out of 3 resources:',
        "! Hit error(s): [error with field IPPool.Spec.CIDR = '172.16.9.0/24' (IPPool(small) CIDR overlaps with IPPool(default-ipv4-ippool) CIDR 172.16.0.0/16)]",
        '[exit 1]',
        '',
      ].join('\n'),
    );
    expect(answer(cluster, 'get gnetsets')).to.equal('NAME     \nhome     \noffice   \n\n');
  });

  for (const [what, spec, complaint] of [
    [
      'a CIDR with bits of a host',
      { cidr: '10.1.0.1/16' },
      "IPPool.Spec.CIDR = '10.1.0.1/16' (IPPool CIDR is not strictly masked)",
    ],
    [
      'no CIDR at all',
      { natOutgoing: true },
      "IPPool.Spec.CIDR = '' (IPPool CIDR must be specified)",
    ],
    [
      'two encapsulations',
      { cidr: '10.1.0.0/16', ipipMode: 'Always', vxlanMode: 'Always' },
      "IPPool.Spec.VXLANMode = 'Always' (Cannot enable both VXLAN and IPIP on the same IPPool)",
    ],
    [
      'blocks that are too large',
      { cidr: '10.1.0.0/16', blockSize: 18 },
      "IPPool.Spec.BlockSize = '18' (IPv4 block size must be between 20 and 32)",
    ],
    [
      'fewer addresses than a block has',
      { cidr: '10.1.0.0/28' },
      "IPPool.Spec.CIDR = '10.1.0.0/28' (IP pool size is too small for use with Calico IPAM. It must be equal to or greater than the block size.)",
    ],
    [
      'a mode that is none',
      { cidr: '10.1.0.0/16', ipipMode: 'always' },
      "IPIPMode = 'always' (Reason: failed to validate Field: IPIPMode because of Tag: ipIpMode )",
    ],
  ] as const) {
    it(`refuse a pool with ${what}, in Calico's words`, () => {
      expect(answer(kans(), 'apply -f -', resource('IPPool', 'one', spec))).to.equal(
        `! Failed to apply 'IPPool' resource: [error with field ${complaint}]\n[exit 1]\n`,
      );
    });
  }

  it('refuse that a pool moves', () => {
    const moved = resource('IPPool', 'default-ipv4-ippool', { cidr: '10.0.0.0/8', blockSize: 24 });
    expect(answer(kans(), 'apply -f -', moved)).to.equal(
      "! Failed to apply 'IPPool' resource: [error with field IPPool.Spec.CIDR = '10.0.0.0/8' (IPPool CIDR cannot be modified)]\n[exit 1]\n",
    );
  });

  const decoding = 'error unmarshaling JSON: while decoding JSON: json:';
  for (const [text, complaint] of [
    ['', 'No resources specified in file -'],
    [
      'kind: Pod\napiVersion: v1\nmetadata: {name: pod1}\n',
      'Failed to execute command: Unknown resource type (Pod) and/or version (v1)',
    ],
    [
      resource('IPPool', 'one', { cdir: '10.0.0.0/8' }),
      `Failed to execute command: ${decoding} unknown field "cdir"`,
    ],
    [
      resource('IPPool', 'one', { cidr: '10.0.0.0/8', natOutgoing: 'yes please' }),
      `Failed to execute command: ${decoding} cannot unmarshal string into Go struct field IPPoolSpec.spec.natOutgoing of type bool`,
    ],
    [
      resource('ClusterInformation', 'default', {}),
      "Failed to apply 'ClusterInformation' resource: [operation apply is not supported on ClusterInformation: resource is readonly]",
    ],
    [
      resource('NetworkSet', 'one', {}, { namespace: 'nowhere' }),
      'Failed to apply \'NetworkSet\' resource: [resource does not exist: NetworkSet(nowhere/one) with error: namespaces "nowhere" not found]',
    ],
    [
      resource('IPPool', 'one', { cidr: '10.0.0.0/8' }, { namespace: 'default' }),
      "Failed to apply 'IPPool' resource: [namespace should not be specified for a non-namespaced resource. IPPool is not a namespaced resource]",
    ],
    [
      resource('Node', 'k8s-w9', {}),
      'Failed to apply \'Node\' resource: [resource does not exist: Node(k8s-w9) with error: nodes "k8s-w9" not found]',
    ],
  ] as const) {
    it(`complain: ${complaint.slice(0, 70)}`, () => {
      expect(answer(kans(), 'apply -f -', text)).to.equal(`! ${complaint}\n[exit 1]\n`);
    });
  }

  it('read lists, comments and empty documents, and do not mind empty lines', () => {
    const item =
      'apiVersion: projectcalico.org/v3\n  kind: GlobalNetworkSet\n  metadata: {name: one}\n';
    const done = "Successfully applied 1 'GlobalNetworkSet' resource(s)\n";
    expect(answer(kans(), 'apply -f -', `# mine\n\n- ${item}`)).to.equal(done);
    expect(answer(kans(), 'apply -f -', `[${office}]`)).to.equal(done);
    expect(answer(kans(), 'apply -f -', `---\n# nothing\n---\n${office}---\n`)).to.equal(done);
    expect(answer(kans(), 'apply -f -', `${'\n'.repeat(5000)}x`)).to.match(
      /^! Failed to execute command: /,
    );
    expect(answer(kans(), 'apply -f -', 'a: b: c\n')).to.match(
      /^! Failed to execute command: error converting YAML to JSON: yaml: line 1: /,
    );
  });

  it('say that a thing is real and not here', () => {
    const policy = resource('GlobalNetworkPolicy', 'none', {});
    expect(answer(kans(), 'apply -f -', policy)).to.match(
      /^! not modelled here: .*\n\[exit 64\]\n$/,
    );
    const { stdout } = run(furnished(), 'get wep -o yaml');
    const moved = stdout.replace('node: k8s-w1', 'node: k8s-w2');
    expect(answer(furnished(), 'apply -f -', moved)).to.match(/^! not modelled here: /);
  });
});

describe('calicoctl patch', () => {
  const patch = (text: string) => `patch ippool default-ipv4-ippool --patch='${text}'`;

  it('merges', () => {
    const cluster = kans();
    expect(answer(cluster, patch('{"spec":{"ipipMode":"CrossSubnet"}}'))).to.equal(
      "Successfully patched 1 'IPPool' resource\n",
    );
    expect(answer(cluster, 'get ippool -o custom-columns=IPIPMODE,NAT')).to.equal(
      'IPIPMODE      NAT    \nCrossSubnet   true   \n\n',
    );
  });

  for (const [text, complaint] of [
    [
      '{"spec":{"ipip":1}}',
      'creating resource from patched data: error unmarshaling JSON: while decoding JSON: json: unknown field "ipip"',
    ],
    ['spec: {}', 'performing strategic merge patch: invalid JSON document'],
    ['[]', 'performing strategic merge patch: invalid JSON document'],
    [
      '{"spec":{"cidr":"10.0.0.0/8"}}',
      "updating existing resource: error with field IPPool.Spec.CIDR = '10.0.0.0/8' (IPPool CIDR cannot be modified)",
    ],
  ] as const) {
    it(`refuses ${text}`, () => {
      expect(answer(kans(), patch(text))).to.equal(`! Hit error: ${complaint}\n[exit 1]\n`);
    });
  }

  it('refuses what is not there', () => {
    expect(answer(kans(), "patch ippool foo -p '{}'")).to.equal(
      '! Hit error: resource does not exist: IPPool(foo) with error: ippools.crd.projectcalico.org "foo" not found\n[exit 1]\n',
    );
  });
});

describe('calicoctl label', () => {
  it('puts a label on a node, which selectors then find', () => {
    const cluster = kans();
    expect(answer(cluster, 'label node k8s-w1 rack=a')).to.equal(
      'Successfully set label rack on node k8s-w1\n',
    );
    expect(cluster.control.model.nodes.find(({ name }) => name === 'k8s-w1')?.labels).to.include({
      rack: 'a',
      'kubernetes.io/hostname': 'k8s-w1',
    });
    expect(answer(cluster, 'label node k8s-w1 rack=b')).to.equal(
      "! failed to update label of node k8s-w1, key rack is already present. please use '--overwrite' to set a new value.\n[exit 1]\n",
    );
    expect(answer(cluster, 'label node k8s-w1 rack=b --overwrite')).to.equal(
      'Successfully updated label rack on node k8s-w1\n',
    );
    expect(answer(cluster, 'label node k8s-w1 rack --remove')).to.equal(
      'Successfully removed label rack from node k8s-w1\n',
    );
    expect(answer(cluster, 'label node k8s-w1 rack --remove')).to.equal(
      '! can not remove label of node k8s-w1, key rack does not exist\n[exit 1]\n',
    );
  });

  it('complains of what is no label, and of what is not there', () => {
    expect(answer(kans(), 'label node k8s-w1 rack')).to.equal('! invalid label rack\n[exit 1]\n');
    expect(answer(kans(), 'label node k8s-w9 a=b')).to.equal('! node k8s-w9 not found\n[exit 1]\n');
  });
});
