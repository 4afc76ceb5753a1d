/**
 * Sentences that ping: from a pod, a node or a host outside, with the options that ping has.
 */
import type { Ipv4 } from '../src/addr/ipv4';
import type { HostName } from '../src/driver/stimulus';
import { nameOf, whereLost } from './matchers/lost';
import { Given, type Table, When } from './support/catalogue';
import { isAnswered } from './support/exchange';
import { NotEstablishedError } from './support/not-established';
import type { PodReference } from './support/references';
import { findHost, findNode, findPod } from './support/resolve';
import { pingStimulus, pingWith } from './support/stimuli';
import type { ClusterWorld } from './support/world';

When(
  '{pod} pings {pod}',
  {
    id: 'ping.pod',
    says: 'Sends one echo request from a pod to a pod. A node that is named is asserted.',
    example: `Given the manifests "two-pods-two-nodes"
      When pod1 on k8s-w1 pings pod2 on k8s-w2
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, from: PodReference, to: PodReference) {
    const [source, target] = [await findPod(this, from), await findPod(this, to)];
    await this.send(pingStimulus(source.pod, target.address));
  },
);

When(
  '{pod} pings {ip}',
  {
    id: 'ping.address',
    says: 'Sends one echo request from a pod to any address.',
    example: `Given the manifests "one-pod"
      When pod1 pings 8.8.8.8
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, from: PodReference, to: Ipv4) {
    await this.send(pingStimulus((await findPod(this, from)).pod, to));
  },
);

When(
  '{pod} pings the node {node}',
  {
    id: 'ping.node',
    says: "Sends one echo request from a pod to a node's own address.",
    example: `Given the manifests "one-pod"
      When pod1 pings the node k8s-w1
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, from: PodReference, to: string) {
    const [source, target] = [await findPod(this, from), await findNode(this, to)];
    await this.send(pingStimulus(source.pod, target.address));
  },
);

When(
  '{pod} pings {pod} with:',
  {
    id: 'ping.pod.with',
    says: 'Pings with options: count, size, ttl, df (do, want, dont), id, source, interval ms, timeout ms.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2 with:
        | count | 3   |
        | size  | 100 |
      Then 3 of 3 requests are answered`,
  },
  async function (this: ClusterWorld, from: PodReference, to: PodReference, options: Table) {
    const [source, target] = [await findPod(this, from), await findPod(this, to)];
    await this.send(pingWith(source.pod, target.address, options));
  },
);

When(
  '{pod} pings {ip} with:',
  {
    id: 'ping.address.with',
    says: 'Pings any address, with the options of "pings … with:".',
    example: `Given the manifests "one-pod"
      When pod1 pings 8.8.8.8 with:
        | count | 2 |
      Then 2 of 2 requests are answered`,
  },
  async function (this: ClusterWorld, from: PodReference, to: Ipv4, options: Table) {
    await this.send(pingWith((await findPod(this, from)).pod, to, options));
  },
);

When(
  'the node {node} pings {pod}',
  {
    id: 'node.pings.pod',
    says: 'Sends one echo request from a node to a pod.',
    example: `Given the manifests "one-pod"
      When the node k8s-w1 pings pod1
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, from: string, to: PodReference) {
    const [source, target] = [await findNode(this, from), await findPod(this, to)];
    await this.send(pingStimulus(source.name, target.address));
  },
);

When(
  'the node {node} pings {ip}',
  {
    id: 'node.pings.address',
    says: 'Sends one echo request from a node to any address.',
    example: `When the node k8s-w1 pings 8.8.8.8
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, from: string, to: Ipv4) {
    await this.send(pingStimulus((await findNode(this, from)).name, to));
  },
);

When(
  'the host {host} pings {pod}',
  {
    id: 'outside.pings.pod',
    says: 'Sends one echo request from a host outside the cluster to a pod.',
    example: `Given the manifests "one-pod"
      And the ping from pod1 to 8.8.8.8 succeeds
      When the host internet pings pod1
      Then ping prints "ping: connect: Network is unreachable"`,
  },
  async function (this: ClusterWorld, from: string, to: PodReference) {
    const [source, target] = [await findHost(this, from), await findPod(this, to)];
    await this.send(pingStimulus(source, target.address));
  },
);

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
    await mustSucceed(this, source.pod, target.address);
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
    await mustSucceed(this, (await findPod(this, from)).pod, to);
  },
);

/** A control that does not succeed establishes nothing; it violates nothing either. */
async function mustSucceed(world: ClusterWorld, from: HostName, to: Ipv4): Promise<void> {
  const outcome = await world.send(pingStimulus(from, to));
  if (isAnswered(outcome)) return;
  const lines = [`the control does not hold: ${nameOf(outcome)} fails`, ...whereLost(outcome)];
  throw new NotEstablishedError(lines.join('\n  '));
}
