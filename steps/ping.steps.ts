/**
 * Sentences that ping: from a pod, a node or a host outside, with the options that ping has.
 */
import type { Ipv4 } from '../src/addr/ipv4';
import { type Table, When } from './support/catalogue';
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
