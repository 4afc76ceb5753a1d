/**
 * Controls: what works before something is changed, so that its failing afterwards says something.
 */
import type { Ipv4 } from '../src/addr/ipv4';
import type { Stimulus } from '../src/driver/stimulus';
import { nameOf, whereLost } from './matchers/lost';
import { Given } from './support/catalogue';
import { isAnswered } from './support/exchange';
import { NotEstablishedError } from './support/not-established';
import type { PodReference } from './support/references';
import { findPod } from './support/resolve';
import { connectStimulus, type Protocol, pingStimulus } from './support/stimuli';
import type { ClusterWorld } from './support/world';

Given(
  'the ping from {pod} to {pod} succeeds',
  {
    id: 'control.ping.pod',
    says: 'Shows that these two can reach each other, before something is changed: the control of "the ping fails".',
    example: `Given the manifests "two-pods-two-nodes"
      And the ping from pod1 to pod2 succeeds
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      And pod1 pings pod2
      Then the ping fails`,
  },
  async function (this: ClusterWorld, from: PodReference, to: PodReference) {
    const [source, target] = [await findPod(this, from), await findPod(this, to)];
    await mustSucceed(this, pingStimulus(source.pod, target.address));
  },
);

Given(
  'the ping from {pod} to {ip} succeeds',
  {
    id: 'control.ping.address',
    says: 'Shows that a pod can reach an address, before something is changed: the control of "the ping fails".',
    example: `Given the manifests "one-pod"
      And the ping from pod1 to 8.8.8.8 succeeds
      When natOutgoing of pool default-ipv4-ippool is set to false
      And pod1 pings 8.8.8.8
      Then the ping fails`,
  },
  async function (this: ClusterWorld, from: PodReference, to: Ipv4) {
    await mustSucceed(this, pingStimulus((await findPod(this, from)).pod, to));
  },
);

Given(
  'the connection from {pod} to {pod} on {protocol} port {port} succeeds',
  {
    id: 'control.connect.pod',
    says: 'Shows that a pod can connect to another, before something is changed: the control of "the connection fails".',
    example: `Given the manifests "two-pods-two-nodes"
      And the connection from pod1 to pod2 on TCP port 80 succeeds
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      And pod1 connects to pod2 on TCP port 80
      Then the connection fails`,
  },
  async function (
    this: ClusterWorld,
    from: PodReference,
    to: PodReference,
    protocol: Protocol,
    port: number,
  ) {
    const [source, target] = [await findPod(this, from), await findPod(this, to)];
    await mustSucceed(this, connectStimulus(source.pod, target.address, protocol, port));
  },
);

Given(
  'the connection from {pod} to {ip} on {protocol} port {port} succeeds',
  {
    id: 'control.connect.address',
    says: 'Shows that a pod can connect to an address, before something is changed: the control of "the connection fails".',
    example: `Given the manifests "one-pod"
      And the connection from pod1 to 8.8.8.8 on TCP port 443 succeeds
      When natOutgoing of pool default-ipv4-ippool is set to false
      And pod1 connects to 8.8.8.8 on TCP port 443
      Then the connection fails`,
  },
  async function (
    this: ClusterWorld,
    from: PodReference,
    to: Ipv4,
    protocol: Protocol,
    port: number,
  ) {
    const source = await findPod(this, from);
    await mustSucceed(this, connectStimulus(source.pod, to, protocol, port));
  },
);

/** A control that does not succeed establishes nothing; it violates nothing either. */
async function mustSucceed(world: ClusterWorld, stimulus: Stimulus): Promise<void> {
  const outcome = await world.send(stimulus);
  if (isAnswered(outcome)) return;
  const lines = [`the control does not hold: ${nameOf(outcome)} fails`, ...whereLost(outcome)];
  throw new NotEstablishedError(lines.join('\n  '));
}
