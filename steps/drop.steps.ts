/**
 * Sentences about where and why a packet, or the answer to it, was lost.
 */
import type { Outcome } from '../src/driver/stimulus';
import type { DropReason } from '../src/wire/drop-reason';
import { Then } from './support/catalogue';
import { type Leg, repliesOf, requestsOf, whyNoReply } from './support/exchange';
import { expect } from './support/matchers';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the {leg} is dropped on {host} for {drop reason}',
  {
    id: 'dropped.reason',
    says: "Demands where a packet died, and the kernel's name of the reason.",
    example: `Given the manifests "two-pods-one-node"
      When pod1 sends an echo request to pod2 with the source 10.1.2.3
      Then the request is dropped on k8s-w1 for NETFILTER_DROP`,
  },
  async function (this: ClusterWorld, leg: Leg, host: string, reason: DropReason) {
    const outcome = this.lookAtLeg(leg);
    expect(outcome).to.be.dropped({ leg, host: await findHost(this, host), reason });
    showReach(this, outcome, await findHost(this, host));
  },
);

Then(
  'the {leg} is dropped on {host} because {string}',
  {
    id: 'dropped.because',
    says: 'Demands where a packet died, and words of the sentence that says why.',
    example: `Given the manifests "one-pod"
      When pod1 pings 172.16.158.77
      Then the request is dropped on k8s-w1 because "blackhole"`,
  },
  async function (this: ClusterWorld, leg: Leg, host: string, because: string) {
    const outcome = this.lookAtLeg(leg);
    expect(outcome).to.be.dropped({ leg, host: await findHost(this, host), because });
    showReach(this, outcome, await findHost(this, host));
  },
);

Then(
  'the {leg} is dropped on {host}',
  {
    id: 'dropped.host',
    says: 'Demands where a packet died, for whatever reason.',
    example: `Given the manifests "one-pod"
      When pod1 pings 172.16.184.77
      Then the request is dropped on k8s-w2`,
  },
  async function (this: ClusterWorld, leg: Leg, host: string) {
    const outcome = this.lookAtLeg(leg);
    expect(outcome).to.be.dropped({ leg, host: await findHost(this, host) });
    showReach(this, outcome, await findHost(this, host));
  },
);

Then(
  '{host} cannot reply because {string}',
  {
    id: 'no-reply',
    says: 'Demands that the request arrived on a host which then had no way to answer it, and words of why.',
    example: `Given the manifests "one-pod"
      When natOutgoing of pool default-ipv4-ippool is set to false
      And pod1 pings 8.8.8.8
      Then the ping fails
      And internet cannot reply because "no route to 172.16.158.1"`,
  },
  async function (this: ClusterWorld, host: string, because: string) {
    const where = await findHost(this, host);
    const outcome = this.lookAtLeg('request');
    const [request] = requestsOf(outcome).filter(
      ({ fate }) => fate?.kind === 'delivered' && fate.host === where,
    );
    const why = request === undefined ? 'the request never arrived' : whyNoReply(outcome, request);
    const seen = why?.includes(because) ? because : why;
    expect(seen).to.be.valueLike(because, `the reason why ${host} cannot reply`, outcome);
    this.showExchange(outcome);
  },
);

/** A packet that died on another host than its sender got somewhere: that network is not dead. */
function showReach(world: ClusterWorld, outcome: Outcome, host: string): void {
  const isReply = repliesOf(outcome).length > 0;
  if (host !== outcome.stimulus.from || isReply) world.showExchange(outcome);
}
