/**
 * Sentences that send something else than a ping: connections, traceroutes, ARP requests, packets
 * that lie about their source.
 */
import type { Ipv4 } from '../src/addr/ipv4';
import { When } from './support/catalogue';
import type { PodReference } from './support/references';
import { findPod } from './support/resolve';
import { connectStimulus, type Protocol, tracerouteStimulus } from './support/stimuli';
import type { ClusterWorld } from './support/world';

When(
  '{pod} connects to {pod} on {protocol} port {port}',
  {
    id: 'connect.pod',
    says: 'Opens a TCP connection, or sends one UDP datagram, to a server that runs in the pod for it.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 connects to pod2 on TCP port 80
      Then the connection succeeds`,
  },
  async function (
    this: ClusterWorld,
    from: PodReference,
    to: PodReference,
    protocol: Protocol,
    port: number,
  ) {
    const [source, target] = [await findPod(this, from), await findPod(this, to)];
    await this.send(connectStimulus(source.pod, target.address, protocol, port));
  },
);

When(
  '{pod} connects to {ip} on {protocol} port {port}',
  {
    id: 'connect.address',
    says: 'Opens a TCP connection, or sends one UDP datagram, to a server at any address.',
    example: `Given the manifests "one-pod"
      When pod1 connects to 8.8.8.8 on UDP port 7
      Then the connection succeeds`,
  },
  async function (
    this: ClusterWorld,
    from: PodReference,
    to: Ipv4,
    protocol: Protocol,
    port: number,
  ) {
    await this.send(connectStimulus((await findPod(this, from)).pod, to, protocol, port));
  },
);

When(
  '{pod} traces the route to {pod}',
  {
    id: 'traceroute.pod',
    says: 'Runs traceroute from a pod to a pod.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 traces the route to pod2
      Then the hops of the traceroute are:
        | ttl | from           |
        | 1   | 192.168.10.101 |
        | 2   | 172.16.158.2   |`,
  },
  async function (this: ClusterWorld, from: PodReference, to: PodReference) {
    const [source, target] = [await findPod(this, from), await findPod(this, to)];
    await this.send(tracerouteStimulus(source.pod, target.address));
  },
);

When(
  '{pod} traces the route to {ip}',
  {
    id: 'traceroute.address',
    says: 'Runs traceroute from a pod to any address.',
    example: `Given the manifests "one-pod"
      When pod1 traces the route to 8.8.8.8
      Then the hops of the traceroute are:
        | ttl | from           |
        | 1   | 192.168.10.101 |
        | 2   | 192.168.10.254 |
        | 3   | 8.8.8.8        |`,
  },
  async function (this: ClusterWorld, from: PodReference, to: Ipv4) {
    await this.send(tracerouteStimulus((await findPod(this, from)).pod, to));
  },
);

When(
  '{pod} asks who has {ip}',
  {
    id: 'arping',
    says: 'Sends one hand-made ARP request out of the eth0 of a pod.',
    example: `Given the manifests "one-pod"
      When pod1 asks who has 169.254.1.1
      Then ee:ee:ee:ee:ee:ee answers`,
  },
  async function (this: ClusterWorld, from: PodReference, target: Ipv4) {
    const { pod } = await findPod(this, from);
    await this.send({ kind: 'arping', from: pod, device: 'eth0', target, count: 1 });
  },
);

When(
  '{pod} sends an echo request to {pod} with the source {ip}',
  {
    id: 'spoof',
    says: 'Sends one hand-made echo request whose source address may be a lie.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 sends an echo request to pod2 with the source 10.1.2.3
      Then the request is dropped on k8s-w1 for NETFILTER_DROP`,
  },
  async function (this: ClusterWorld, from: PodReference, to: PodReference, source: Ipv4) {
    const [sender, target] = [await findPod(this, from), await findPod(this, to)];
    await this.send({ kind: 'inject', from: sender.pod, source, to: target.address, ttl: 64 });
  },
);
