/** `calicoctl get` on the tutorial's lab: the tables of the tutorial, and every form of output. */
import { expect } from 'chai';
import { applyManifest } from '../../apply';
import { kans, podAt } from '../../testing/labs';
import { answer, resource, run } from './testing/run-calicoctl';

/** The two pods of the tutorial's first part, with its addresses. */
function tutorial() {
  const cluster = kans();
  const pods = [podAt('pod1', 'k8s-w1', '172.16.158.3'), podAt('pod2', 'k8s-w1', '172.16.158.2')];
  applyManifest(cluster, pods.join('---\n'), 'pods.yaml');
  return cluster;
}

const WORKLOADS = [
  'WORKLOAD   NODE     NETWORKS          INTERFACE         ',
  'pod1       k8s-w1   172.16.158.3/32   calice0906292e2   ',
  'pod2       k8s-w1   172.16.158.2/32   calibd2348b4f67   ',
  '',
  '',
].join('\n');

describe('calicoctl get', () => {
  for (const word of [
    'workloadendpoints',
    'workloadEndpoint',
    'wep',
    'WEPS',
    'wep -n default -o custom-columns=WORKLOAD,NODE,NETWORKS,INTERFACE',
  ]) {
    it(`${word} lists the tutorial's pods`, () => {
      const expected = word.includes('-n') ? /^NAMESPACE {3}WORKLOAD/ : WORKLOADS;
      const text = answer(tutorial(), `get ${word}`);
      if (typeof expected === 'string') expect(text).to.equal(expected);
      else expect(text).to.match(expected);
    });
  }

  it('workloadendpoints -o wide -A has more columns', () => {
    const head =
      'NAMESPACE   NAME                    WORKLOAD   NODE     NETWORKS          INTERFACE         PROFILES                          NATS   \n';
    const row =
      'default     k8s--w1-k8s-pod1-eth0   pod1       k8s-w1   172.16.158.3/32   calice0906292e2   kns.default,ksa.default.default          \n';
    expect(answer(tutorial(), 'get wep -owide -A').startsWith(head + row)).to.equal(true);
    expect(answer(tutorial(), 'get wep --output=wide --all-namespaces')).to.equal(
      answer(tutorial(), 'get wep -Ao wide'),
    );
    expect(answer(tutorial(), 'get wep -a')).to.equal(answer(tutorial(), 'get wep -A'));
  });

  it('shows the columns of pools, nodes and the configuration of BGP', () => {
    const cluster = kans();
    expect(answer(cluster, 'get ippool -o wide')).to.equal(
      [
        'NAME                  CIDR            NAT    IPIPMODE   VXLANMODE   DISABLED   DISABLEBGPEXPORT   SELECTOR   ',
        'default-ipv4-ippool   172.16.0.0/16   true   Always     Never       false      false              all()      ',
        '\n',
      ].join('\n'),
    );
    expect(answer(cluster, 'get nodes -o wide')).to.equal(
      [
        'NAME     ASN       IPV4                IPV6   ',
        'k8s-m    (64512)   192.168.10.10/24           ',
        'k8s-w0   (64512)   192.168.20.100/24          ',
        'k8s-w1   (64512)   192.168.10.101/24          ',
        'k8s-w2   (64512)   192.168.10.102/24          ',
        '\n',
      ].join('\n'),
    );
    expect(answer(cluster, 'get bgpconfig')).to.equal(
      [
        'NAME      LOGSEVERITY   MESHENABLED   ASNUMBER   ',
        'default   Info          true          64512      ',
        '\n',
      ].join('\n'),
    );
  });

  it('shows a pool as YAML, with what the server wrote', () => {
    const cluster = kans();
    expect(answer(cluster, 'get ippool default-ipv4-ippool -o yaml')).to.match(
      new RegExp(
        `^${[
          'apiVersion: projectcalico.org/v3',
          'kind: IPPool',
          'metadata:',
          '  creationTimestamp: "2024-09-05T21:00:00Z"',
          '  name: default-ipv4-ippool',
          '  resourceVersion: "\\d+"',
          '  uid: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
          'spec:',
          '  allowedUses:',
          '  - Workload',
          '  - Tunnel',
          '  blockSize: 24',
          '  cidr: 172.16.0.0/16',
          '  ipipMode: Always',
          '  natOutgoing: true',
          '  nodeSelector: all\\(\\)',
          '  vxlanMode: Never',
          '',
        ].join('\n')}$`,
      ),
    );
  });

  it('shows a pool as JSON, in the order of its fields in Go', () => {
    const pool = JSON.parse(run(kans(), 'get ippool default-ipv4-ippool -o json').stdout);
    expect(Object.keys(pool)).to.deep.equal(['kind', 'apiVersion', 'metadata', 'spec']);
    expect(Object.keys(pool.metadata)).to.deep.equal([
      'name',
      'uid',
      'resourceVersion',
      'creationTimestamp',
    ]);
    expect(Object.entries(pool.spec)).to.deep.equal([
      ['cidr', '172.16.0.0/16'],
      ['vxlanMode', 'Never'],
      ['ipipMode', 'Always'],
      ['natOutgoing', true],
      ['blockSize', 24],
      ['nodeSelector', 'all()'],
      ['allowedUses', ['Workload', 'Tunnel']],
    ]);
  });

  it('shows a node with what calico-node found out', () => {
    const { metadata, spec, status } = JSON.parse(run(kans(), 'get node k8s-m -o json').stdout);
    expect(metadata.annotations).to.deep.equal({
      'projectcalico.org/kube-labels':
        '{"kubernetes.io/hostname":"k8s-m","node-role.kubernetes.io/control-plane":""}',
    });
    expect(spec).to.deep.equal({
      bgp: { ipv4Address: '192.168.10.10/24', ipv4IPIPTunnelAddr: '172.16.116.0' },
      orchRefs: [{ nodeName: 'k8s-m', orchestrator: 'k8s' }],
      addresses: [
        { address: '192.168.10.10/24', type: 'CalicoNodeIP' },
        { address: '192.168.10.10', type: 'InternalIP' },
      ],
    });
    expect(status).to.deep.equal({});
  });

  it('has the settings of Felix that calico-node makes where there are none', () => {
    const cluster = kans();
    const expected = {
      bpfConnectTimeLoadBalancing: 'TCP',
      bpfHostNetworkedNATWithoutCTLB: 'Enabled',
      bpfLogLevel: '',
      floatingIPs: 'Disabled',
      logSeverityScreen: 'Info',
      reportingInterval: '0s',
    };
    const felix = () => JSON.parse(run(cluster, 'get felixconfig default -o json').stdout);
    expect(felix().spec).to.deep.equal(expected);
    expect(answer(cluster, `patch felixconfig default -p '{"spec":{"ipipMTU":1400}}'`)).to.equal(
      "Successfully patched 1 'FelixConfiguration' resource\n",
    );
    expect(felix().spec).to.deep.equal({ ...expected, ipipMTU: 1400 });
    expect(answer(cluster, 'get felixconfig')).to.equal('NAME      \ndefault   \n\n');
  });

  it('makes a list of a kind, and a bare one of several names', () => {
    const cluster = kans();
    expect(answer(cluster, 'get hep -o yaml')).to.match(
      /^apiVersion: projectcalico.org\/v3\nitems: \[\]\nkind: HostEndpointList\nmetadata:\n {2}resourceVersion: "\d+"\n$/,
    );
    const nodes = JSON.parse(run(cluster, 'get nodes k8s-m k8s-w1 -o json').stdout);
    expect(nodes.map((node: { metadata: { name: string } }) => node.metadata.name)).to.deep.equal([
      'k8s-m',
      'k8s-w1',
    ]);
    expect(answer(cluster, 'get nodes k8s-m k8s-w1')).to.equal(
      'NAME    \nk8s-m   \n\nNAME     \nk8s-w1   \n\n',
    );
  });

  it('leaves out with --export what only this cluster knows, where a name is given', () => {
    const cluster = kans();
    expect(answer(cluster, 'get bgpconfig default -o yaml --export')).to.equal(
      [
        'apiVersion: projectcalico.org/v3',
        'kind: BGPConfiguration',
        'metadata:',
        '  creationTimestamp: null',
        '  name: default',
        'spec:',
        '  asNumber: 64512',
        '  logSeverityScreen: Info',
        '  nodeToNodeMeshEnabled: true',
        '',
      ].join('\n'),
    );
    expect(answer(cluster, 'get bgpconfig -o yaml --export')).to.contain('uid:');
  });

  it('shows what a file names', () => {
    const cluster = kans();
    const file = resource('IPPool', 'default-ipv4-ippool', { cidr: '172.16.0.0/16' });
    expect(answer(cluster, 'get -f - -o yaml', file)).to.equal(
      answer(cluster, 'get ippool default-ipv4-ippool -o yaml'),
    );
  });

  it('has a profile for each namespace and service account', () => {
    expect(answer(kans(), 'get profiles')).to.equal(
      [
        'NAME                          ',
        'projectcalico-default-allow   ',
        'kns.default                   ',
        'kns.kube-node-lease           ',
        'kns.kube-public               ',
        'kns.kube-system               ',
        'ksa.default.default           ',
        'ksa.kube-node-lease.default   ',
        'ksa.kube-public.default       ',
        'ksa.kube-system.default       ',
        '\n',
      ].join('\n'),
    );
  });

  it('complains of what there is not, after all that there is', () => {
    const cluster = kans();
    expect(answer(cluster, 'get ippool foo default-ipv4-ippool')).to.equal(
      [
        'NAME                  CIDR            SELECTOR   ',
        'default-ipv4-ippool   172.16.0.0/16   all()      ',
        '',
        '! resource does not exist: IPPool(foo) with error: ippools.crd.projectcalico.org "foo" not found',
        '[exit 1]',
        '',
      ].join('\n'),
    );
    expect(answer(cluster, 'get wep k8s--w1-k8s-pod--9-eth0')).to.equal(
      '! resource does not exist: WorkloadEndpoint(default/k8s--w1-k8s-pod--9-eth0) with error: pods "pod-9" not found\n[exit 1]\n',
    );
  });

  for (const [line, complaint] of [
    ['get foo', "Failed to get resources: resource type 'foo' is not supported"],
    ['get nodes -A', 'Node is not namespaced'],
    ['get nodes -n default', 'Node is not namespaced'],
    [
      'get wep -A -n default',
      'cannot use both --namespace and --all-namespaces flags at the same time',
    ],
    ['get wep pod1 -A', 'cannot use --all-namespace flag for getting a single resource'],
    ['get nodes -o table', "unrecognized output format 'table'"],
    ['get nodes -o custom-columns', 'need to specify at least one column'],
    [
      'get nodes -o custom-columns=NAME,IP',
      'unknown heading IP, valid values are: NAME, ASN, IPV4, IPV6',
    ],
    ['get -f nodes.yaml', 'Failed to execute command: open nodes.yaml: no such file or directory'],
  ] as const) {
    it(`answers '${line}' with its complaint`, () => {
      expect(answer(kans(), line)).to.equal(`! ${complaint}\n[exit 1]\n`);
    });
  }

  for (const [line, expected] of [
    [
      "get ippools -o go-template='{{range .}}{{range .Items}}{{.ObjectMeta.Name}} {{.Spec.CIDR}} {{.Spec.NATOutgoing}} {{.Spec.Disabled}}{{end}}{{end}}'",
      'default-ipv4-ippool 172.16.0.0/16 true false',
    ],
    [
      'get node k8s-m -o go-template=\'{{range .}}{{.Kind}} {{.Name}} {{.Spec.BGP.IPv4Address}} {{config "asnumber"}}{{end}}\'',
      'Node k8s-m 192.168.10.10/24 64512',
    ],
    [
      'get ippools -o go-template=\'{{range .}}{{range .Items}}{{join .Spec.AllowedUses ","}}{{end}}{{end}}\'',
      'Workload,Tunnel',
    ],
    ['get ippools -o go-template={{end}}', '! template: get:1: unexpected {{end}}\n[exit 1]\n'],
    ['get ippools -o go-template', '! need to specify a template\n[exit 1]\n'],
    ['get ippools -o go-template-file=x', '! open x: no such file or directory\n[exit 1]\n'],
  ] as const) {
    it(`answers '${line}'`, () => {
      expect(answer(kans(), line)).to.equal(expected);
    });
  }

  it('says what of a real calicoctl is not here', () => {
    expect(answer(kans(), 'get kubecontrollersconfig')).to.equal(
      '! not modelled here: KubeControllersConfiguration: there are no kube-controllers\n[exit 64]\n',
    );
  });
});
