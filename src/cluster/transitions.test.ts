/** States that are remembered are those that would be worked out afresh, and belong to no scenario. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { captureBytes } from '../wire/capture/capture';
import { applyManifest, deleteResource } from './apply';
import { Cluster } from './cluster';
import {
  applyPods,
  endpointsOf,
  everythingOf,
  hostOf,
  kans,
  kansDocuments,
  kindNamed,
  patchPool,
  pingIn,
  podAt,
} from './testing/labs';
import { makeRoom } from './transitions';

type Step = (cluster: Cluster) => void;

const removePod = (name: string) => (cluster: Cluster) => {
  deleteResource(cluster, kindNamed('Pod'), name, 'default');
};

const STEPS: readonly Step[] = [
  (cluster) => applyPods(cluster, ['pod1', 'k8s-w1']),
  (cluster) => applyPods(cluster, ['pod2', 'k8s-w2'], ['pod3', 'k8s-w0']),
  removePod('pod1'),
  (cluster) => patchPool(cluster, { natOutgoing: false }),
  (cluster) => patchPool(cluster, { ipipMode: 'CrossSubnet' }),
  (cluster) => patchPool(cluster, { ipipMode: 'Always', natOutgoing: true }),
];

/** Everything of a cluster, and what two pings look like on it. */
function portrait(cluster: Cluster): unknown {
  const pods = endpointsOf(cluster);
  for (const pod of pods.slice(0, 1)) pingIn(cluster, pod.split(' ')[0] ?? '', '8.8.8.8');
  const [first = '', last = ''] = [pods[0], pods.at(-1)];
  if (pods.length > 1) pingIn(cluster, first.split(' ')[0] ?? '', last.split(' ')[1] ?? '');
  const frames = cluster.network.frames.map(({ host, device, atUs, frame }) => [
    `${atUs} ${host} ${device}`,
    captureBytes(frame),
  ]);
  return { pods, everything: everythingOf(cluster), frames };
}

function walk(seed: number, steps: readonly Step[]): Cluster {
  const cluster = kans(seed);
  for (const step of steps) step(cluster);
  return cluster;
}

describe('a cluster that comes by remembered states', () => {
  it('equals the one for which they were worked out', () => {
    const walks = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 5 });
    // A seed that no other test has begun with finds nothing remembered.
    let seed = 70_000;
    fc.assert(
      fc.property(walks, (steps) => {
        seed += 1;
        const afresh = portrait(walk(seed, steps));
        const remembered = portrait(walk(seed, steps));
        expect(remembered).to.deep.equal(afresh);
      }),
      { numRuns: 12 },
    );
  }).timeout(10_000);

  it('does not share its hosts, connections or neighbours with another', () => {
    const one = kans();
    const other = kans();
    for (const cluster of [one, other]) applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w1']);
    pingIn(one, 'default/pod1', '172.16.158.2');
    const { netfilter, neighbours } = hostOf(other, 'k8s-w1');
    expect([netfilter.connections.list(), [...neighbours.rows()]]).to.deep.equal([[], []]);
    expect([other.network.frames.length, other.network.nowUs]).to.deep.equal([0, 0]);
  });

  it('goes its own way from there, and leaves the others where they are', () => {
    const one = kans();
    const other = kans();
    for (const cluster of [one, other]) applyPods(cluster, ['pod1', 'k8s-w1']);
    const before = everythingOf(other);
    patchPool(one, { natOutgoing: false });
    removePod('pod1')(one);
    applyPods(one, ['pod9', 'k8s-w1']);
    expect(everythingOf(other)).to.deep.equal(before);
    expect(endpointsOf(other)).to.deep.equal(['default/pod1 172.16.158.1 k8s-w1']);
    expect(endpointsOf(kans())).to.deep.equal([]);
  });

  it('equals it also after all was forgotten in between', () => {
    const steps = STEPS.slice(0, 4);
    const before = portrait(walk(90_000, steps));
    const half = walk(90_000, steps.slice(0, 2));
    // Other seeds share nothing, and so fill the room.
    for (let seed = 90_001; seed < 90_012; seed++) walk(seed, steps);
    makeRoom();
    for (const step of steps.slice(2)) step(half);
    expect(portrait(half)).to.deep.equal(before);
    expect(portrait(walk(90_000, steps))).to.deep.equal(before);
  });

  it('meets the same refusal again, which is not remembered as a success', () => {
    const refusals = [1, 2].map(() => {
      const cluster = kans();
      const text = `${podAt('pod1', 'k8s-w1', '172.16.158.9')}---\n${podAt('pod2', 'k8s-w1', '10.1.1.1')}`;
      let words = '';
      try {
        applyManifest(cluster, text, 'pods.yaml');
      } catch (error) {
        words = error instanceof Error ? error.message : '';
      }
      return { words, pods: endpointsOf(cluster), all: everythingOf(cluster) };
    });
    expect(refusals[0]?.words).to.match(
      /^pods\.yaml:3:\d+: metadata\.name: pod pod2 gets no address: /,
    );
    expect(refusals[0]?.pods).to.deep.equal(['default/pod1 172.16.158.9 k8s-w1']);
    expect(refusals[1]).to.deep.equal(refusals[0]);
  });
});

describe('the order of manifests', () => {
  const pods = [
    podAt('pod1', 'k8s-w1', '172.16.158.11'),
    podAt('pod2', 'k8s-w1', '172.16.158.12'),
    podAt('pod3', 'k8s-w2', '172.16.184.13'),
    podAt('pod4', 'k8s-w0', '172.16.34.14'),
  ];
  const [underlay = '', ...rest] = kansDocuments();

  it('does not matter to what hosts become, where the addresses are the same', () => {
    const build = (texts: readonly string[]) => {
      const cluster = new Cluster({ seed: 3, wireMode: false });
      for (const text of texts) applyManifest(cluster, text, 'one.yaml');
      return everythingOf(cluster);
    };
    const wanted = build([underlay, ...rest, ...pods]);
    const shuffled = <Value>(values: readonly Value[]) =>
      fc.shuffledSubarray([...values], { minLength: values.length });
    fc.assert(
      fc.property(shuffled(rest), shuffled(pods), (lab, manifests) => {
        expect(build([underlay, ...lab, ...manifests])).to.deep.equal(wanted);
      }),
      { numRuns: 12 },
    );
  }).timeout(10_000);
});
