import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { endpointOf, KANS, KANS_POOL, nodeNamed, withPool } from '../../../calico/kans.fixture';
import type { CalicoModel } from '../../../calico/model';
import { TOOL_ENVIRONMENT } from '../lab/run-tool';
import { skipWhereImpossible } from '../testing/only-where-possible';
import { birdConf } from './bird-conf';

const confOf = (model: CalicoModel, node: string): string =>
  birdConf(model, nodeNamed(model, node));

/** From a line to the brace that closes what it opens. */
function section(text: string, head: string): readonly string[] {
  const from = text.slice(text.indexOf(head));
  return from.slice(0, from.indexOf('\n}\n') + 2).split('\n');
}

const REFLECTED: CalicoModel = {
  ...KANS,
  nodes: KANS.nodes.map((node) =>
    node.name === 'k8s-m' ? { ...node, routeReflectorClusterId: '244.0.0.1' } : node,
  ),
  bgp: {
    ...KANS.bgp,
    nodeToNodeMeshEnabled: false,
    peers: [
      {
        name: 'to-reflector',
        appliesTo: ({ name }) => name !== 'k8s-m',
        peer: {
          kind: 'address',
          address: nodeNamed(KANS, 'k8s-m').address.address,
          asNumber: 64512,
        },
      },
      {
        name: 'to-clients',
        appliesTo: ({ name }) => name === 'k8s-m',
        peer: { kind: 'selector', matches: () => true },
      },
    ],
  },
};

const MESH_OF_TWO: CalicoModel = {
  ...KANS,
  nodes: KANS.nodes.filter(({ name }) => ['k8s-w1', 'k8s-w2'].includes(name)),
};

const WHOLE = `router id 192.168.10.101;
log stderr { error, fatal };

filter announced {
  if net = 172.16.158.0/24 then accept;
  if net ~ 172.16.158.0/24 then reject;
  if net ~ 172.16.0.0/16 then accept;
  reject;
}

filter programmed {
  if source = RTS_DEVICE || net = 0.0.0.0/0 then reject;
  if net ~ 172.16.0.0/16 then {
    if ! defined(bgp_next_hop) then accept;
    ifname = "tunl0"; onlink = true; gw = bgp_next_hop; accept;
  }
  accept;
}

protocol device { scan time 2; }
protocol direct { ipv4; interface -"cali*", -"kube-ipvs*", "*"; }
protocol static {
  ipv4;
  route 0.0.0.0/0 via 192.168.10.254;
  route 172.16.158.0/24 blackhole;
}
protocol kernel {
  persist; scan time 3600; metric 0; graceful restart;
  ipv4 { import none; export filter programmed; };
}
protocol bgp Mesh_192_168_10_102 {
  local 192.168.10.101 as 64512;
  neighbor 192.168.10.102 as 64512;
  source address 192.168.10.101;
  multihop; graceful restart on;
  passive on;
  connect delay time 1; connect retry time 1; error wait time 1,2;
  ipv4 { import all; export filter announced; gateway recursive; };
}
`;

describe('the configuration of BIRD', () => {
  it('is, in a mesh of two under IPIP Always, this', () => {
    expect(confOf(MESH_OF_TWO, 'k8s-w1')).to.equal(WHOLE);
  });

  it('decides under CrossSubnet by the network of the node’s own address', () => {
    const text = confOf(withPool({ ipipMode: 'CrossSubnet' }), 'k8s-w1');
    expect(section(text, 'filter programmed')).to.deep.equal([
      'filter programmed {',
      '  if source = RTS_DEVICE || net = 0.0.0.0/0 then reject;',
      '  if net ~ 172.16.0.0/16 then {',
      '    if ! defined(bgp_next_hop) then accept;',
      '    if bgp_next_hop ~ 192.168.10.0/24 then accept;',
      '    ifname = "tunl0"; onlink = true; gw = bgp_next_hop; accept;',
      '  }',
      '  accept;',
      '}',
    ]);
  });

  it('leaves routes of VXLAN to Felix, and those of no encapsulation as they were learned', () => {
    const vxlan = confOf(withPool({ ipipMode: 'Never', vxlanMode: 'Always' }), 'k8s-w1');
    expect(section(vxlan, 'filter programmed')[3]).to.equal('    reject;');
    const none = confOf(withPool({ ipipMode: 'Never' }), 'k8s-w1');
    expect(section(none, 'filter programmed')[3]).to.equal('    accept;');
  });

  it('announces nothing of a pool that says so, and keeps its blackhole', () => {
    const text = confOf({ ...KANS, pools: [{ ...KANS_POOL, disableBGPExport: true }] }, 'k8s-w1');
    expect(section(text, 'filter announced')[1]).to.equal('  if net ~ 172.16.0.0/16 then reject;');
    expect(text).to.include('route 172.16.158.0/24 blackhole;');
  });

  it('announces a borrowed address by itself, and leaves its own route to Felix', () => {
    const borrowed = endpointOf('pod3', 'k8s-w2', '172.16.158.9');
    const text = confOf({ ...KANS, endpoints: [...KANS.endpoints, borrowed] }, 'k8s-w2');
    expect(text).to.include('  route 172.16.158.9/32 blackhole;');
    expect(text).to.include('  if net = 172.16.158.9/32 then reject;');
  });

  it('has no session where the mesh is off and nobody peers', () => {
    const model = { ...KANS, bgp: { ...KANS.bgp, nodeToNodeMeshEnabled: false } };
    expect(confOf(model, 'k8s-w1')).not.to.include('protocol bgp');
  });

  it('takes the peers of a reflector for its clients, and has them speak with it alone', () => {
    expect(
      confOf(REFLECTED, 'k8s-m').split('  rr client; rr cluster id 244.0.0.1;'),
    ).to.have.length(4);
    const client = confOf(REFLECTED, 'k8s-w1');
    expect(client.match(/protocol bgp \S+/g)).to.deep.equal(['protocol bgp Node_192_168_10_10']);
    expect(client).not.to.include('rr client');
  });

  describe('as BIRD reads it', () => {
    before(skipWhereImpossible);

    const folder = mkdtempSync(join(tmpdir(), 'bird-conf-'));
    after(() => rmSync(folder, { recursive: true }));

    const models: Readonly<Record<string, CalicoModel>> = {
      'a mesh under IPIP': KANS,
      'a mesh under CrossSubnet': withPool({ ipipMode: 'CrossSubnet' }),
      'a mesh under VXLAN': withPool({ ipipMode: 'Never', vxlanMode: 'Always' }),
      'a route reflector': REFLECTED,
    };
    for (const [what, model] of Object.entries(models)) {
      it(`is a valid one for ${what}`, () => {
        for (const node of model.nodes) {
          const file = join(folder, `${node.name}.conf`);
          writeFileSync(file, birdConf(model, node));
          const { status, stderr } = spawnSync('bird', ['-p', '-c', file], {
            env: TOOL_ENVIRONMENT,
            encoding: 'utf8',
          });
          expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
        }
      });
    }
  });
});
