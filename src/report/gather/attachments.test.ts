/**
 * What a scenario leaves: frames and steps fit each other, every crossing of a link is told, and nothing
 * is left that a reader would not know.
 */
import { expect } from 'chai';
import type { PingOutcome } from '../../driver/stimulus';
import { captureBytes } from '../../wire/capture/capture';
import { readCapture } from '../../wire/capture/read-capture';
import { CAPTURE_MEDIA_TYPE, TOPOLOGY_MEDIA_TYPE, WALK_MEDIA_TYPE } from '../model/media-types';
import type { Topology } from '../model/topology';
import type { Walk, WalkStep } from '../model/walk';
import { pingTwice } from '../testing/ping-evidence';
import { attachmentsOf } from './attachments';

describe('what a ping through the tunnel leaves', () => {
  let outcomes: readonly PingOutcome[];
  let walks: readonly Walk[];
  let topology: Topology;
  let capture: ReturnType<typeof readCapture>;

  before(async () => {
    const pings = await pingTwice('172.16.184.1');
    outcomes = pings.outcomes;
    const attachments = attachmentsOf(pings.inventory, pings.exchanges);
    const dataOf = (type: string) =>
      attachments.filter(({ mediaType }) => mediaType === type).map(({ data }) => data);
    walks = dataOf(WALK_MEDIA_TYPE).map((data) => JSON.parse(String(data)));
    topology = JSON.parse(String(dataOf(TOPOLOGY_MEDIA_TYPE)[0]));
    capture = readCapture(dataOf(CAPTURE_MEDIA_TYPE)[0] as Uint8Array, '');
  });

  it('is the lab, a walk for each, and one capture', () => {
    expect(topology.nodes.map(({ name }) => name)).to.include('k8s-w1');
    expect(topology.workloads).to.deep.include({
      pod: 'default/pod1',
      node: 'k8s-w1',
      address: '172.16.158.1',
      interface: 'calice0906292e2',
    });
    expect(walks.map(({ number }) => number)).to.deep.equal([1, 2]);
    expect(capture.frames.length).to.equal(
      outcomes.reduce((sum, { frames }) => sum + frames.length, 0),
    );
  });

  it('has the frame of every step that an interface saw, the very bytes', () => {
    for (const [at, walk] of walks.entries()) {
      const traces = new Map(outcomes[at]?.traces.map((trace) => [trace.id, trace]));
      for (const { id, hops } of walk.packets) {
        hops.forEach(({ host, steps }, hop) => {
          steps.forEach((step, number) => {
            const seen = traces.get(id)?.hops[hop]?.steps[number];
            if (!isCrossing(step) || seen === undefined || !('frame' in seen)) return;
            const frame = capture.frames[step.frame ?? -1];
            expect(frame?.interfaceName).to.equal(`${host} ${step.device}`);
            expect(frame?.bytes).to.deep.equal(captureBytes(seen.frame));
          });
        });
      }
    }
  });

  it('tells every crossing of a link once, in the order of time', () => {
    const [first] = walks;
    const ends = first?.messages.map(({ from, to }) => [
      from.host,
      to.map(({ host }) => host).join(),
    ]);
    expect(ends).to.deep.include(['default/pod1', 'k8s-w1']);
    expect(ends).to.deep.include(['k8s-w1', 'k8s-w2']);
    expect(ends).to.deep.include(['k8s-w2', 'default/pod2']);
    const times = first?.messages.map(({ atUs }) => atUs) ?? [];
    expect(times).to.deep.equal([...times].sort((one, other) => one - other));
    expect(first?.messages.some(({ from }) => from.device === 'tunl0')).to.equal(false);
    const tunnelled = first?.messages.filter(({ summary }) => summary.includes('IP 172.16.158.1'));
    expect(tunnelled?.some(({ from }) => from.device === 'ens5')).to.equal(true);
  });

  it('tells ARP, which the second ping needs no more', () => {
    expect(walks.map(({ packets }) => packets.some(({ role }) => role === 'arp'))).to.deep.equal([
      true,
      false,
    ]);
  });

  it('says which chains were walked, with the rules just before those that fitted', () => {
    const steps = walks[0]?.packets.flatMap(({ hops }) => hops.flatMap((hop) => hop.steps)) ?? [];
    const chains = steps.flatMap((step) => (step.kind === 'netfilter' ? step.chains : []));
    const dispatch = chains.find(({ name }) => name.startsWith('cali-fw-'));
    expect(dispatch?.rules.some(({ isFitted }) => !isFitted)).to.equal(true);
    for (const { rules, skipped } of chains) {
      expect(rules.map(({ number }) => number)).to.deep.equal(
        [...new Set(rules.map(({ number }) => number))].sort((a, b) => a - b),
      );
      expect(skipped).to.equal((rules[0]?.number ?? 1) - 1);
    }
  });

  it('says which routes lost', () => {
    const steps = walks[0]?.packets.flatMap(({ hops }) => hops.flatMap((hop) => hop.steps)) ?? [];
    const far = steps.find(
      (step) => step.kind === 'route' && step.route.startsWith('172.16.184.0/24'),
    );
    expect(far).to.deep.include({ beaten: ['default via 192.168.10.254 dev ens5'] });
  });
});

function isCrossing(step: WalkStep): step is Extract<WalkStep, { kind: 'receive' | 'transmit' }> {
  return step.kind === 'receive' || step.kind === 'transmit';
}
