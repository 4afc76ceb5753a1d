/** The inputs that the features start from are good, and one by one they can be applied. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatIpv4 } from '../../addr/ipv4';
import { ipPoolKind } from '../../calico/resources/ip-pool';
import { calicoNodeKind } from '../../calico/resources/node';
import { internalIpOf, nodeKind } from '../../k8s/resources/node';
import { podKind } from '../../k8s/resources/pod';
import { ResourceStore } from '../../k8s/store';
import { underlayKind } from '../underlay-kind';
import { admit } from './admit';
import { parseManifest } from './parse-manifest';

const FEATURES = join(__dirname, '../../../features');

function apply(store: ResourceStore, file: string): readonly string[] {
  const text = readFileSync(join(FEATURES, file), 'utf8');
  return parseManifest(text, `features/${file}`).map((parsed) => {
    admit(parsed, store);
    const { kind, result, resource } = store.put(parsed.kind, parsed.resource);
    return `${kind.kind} ${resource.metadata.name} ${result}`;
  });
}

describe('the manifests in features/', () => {
  it('describe the default lab', () => {
    const store = new ResourceStore();
    apply(store, 'labs/kans.yaml');
    const nodes = store.list(nodeKind).map((node) => {
      return `${node.metadata.name} ${formatIpv4(internalIpOf(node))}`;
    });
    expect(nodes).to.deep.equal([
      'k8s-m 192.168.10.10',
      'k8s-w0 192.168.20.100',
      'k8s-w1 192.168.10.101',
      'k8s-w2 192.168.10.102',
    ]);
    expect(store.list(calicoNodeKind)).to.deep.equal([]);
    expect(store.get(ipPoolKind, 'default-ipv4-ippool')?.spec).to.deep.equal({
      allowedUses: ['Workload', 'Tunnel'],
      assignmentMode: 'Automatic',
      blockSize: 24,
      cidr: '172.16.0.0/16',
      disableBGPExport: false,
      disabled: false,
      ipipMode: 'Always',
      natOutgoing: true,
      nodeSelector: 'all()',
      vxlanMode: 'Never',
    });
    expect(store.get(underlayKind, 'kans')?.spec.hosts).to.deep.equal([
      {
        name: 'internet',
        address: '8.8.8.8/24',
        gateway: '8.8.8.1',
        routes: [
          { to: '192.168.10.0/24', via: '8.8.8.1' },
          { to: '192.168.20.0/24', via: '8.8.8.1' },
        ],
      },
    ]);
  });

  it('are applied once, and found unchanged the second time', () => {
    const store = new ResourceStore();
    apply(store, 'labs/kans.yaml');
    const file = 'manifests/two-pods-one-node.yaml';
    expect(apply(store, file)).to.deep.equal(['Pod pod1 created', 'Pod pod2 created']);
    expect(apply(store, file)).to.deep.equal(['Pod pod1 unchanged', 'Pod pod2 unchanged']);
  });

  for (const [file, nodes] of [
    ['two-pods-one-node', ['k8s-w1', 'k8s-w1']],
    ['two-pods-two-nodes', ['k8s-w1', 'k8s-w2']],
    ['one-pod', ['k8s-w1']],
  ] as const) {
    it(`${file} puts its pods on ${nodes.join(' and ')}`, () => {
      const store = new ResourceStore();
      apply(store, 'labs/kans.yaml');
      apply(store, `manifests/${file}.yaml`);
      expect(store.list(podKind).map(({ spec }) => spec.nodeName)).to.deep.equal(nodes);
    });
  }
});
