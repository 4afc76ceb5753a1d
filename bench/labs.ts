/**
 * The clusters that are timed: story 2's, and one of a thousand nodes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyManifest } from '../src/cluster/apply';
import { Cluster } from '../src/cluster/cluster';
import { type Node, nodeKind } from '../src/k8s/resources/node';
import { type Pod, podKind } from '../src/k8s/resources/pod';
import type { Netns } from '../src/kernel/netns';
import { type PingOptions, ping } from '../src/kernel/programs/ping';

const FEATURES = join(__dirname, '..', 'features');

/** Two pods on two of the tutorial's four nodes. */
export function storyTwo(): Cluster {
  const cluster = new Cluster({ seed: 1, wireMode: false });
  for (const file of ['labs/kans.yaml', 'manifests/two-pods-two-nodes.yaml']) {
    applyManifest(cluster, readFileSync(join(FEATURES, file), 'utf8'), file);
  }
  return cluster;
}

const LARGE_UNDERLAY = `
apiVersion: calicumber.dev/v1
kind: Underlay
metadata: {name: large}
spec: {segments: [{name: lan, cidr: 10.0.0.0/16}], routers: [{name: router, addresses: [10.0.255.254]}]}
---
apiVersion: projectcalico.org/v3
kind: IPPool
metadata: {name: large}
spec: {cidr: 172.16.0.0/12, blockSize: 26, ipipMode: Always, natOutgoing: true}
`;

/** Pods are dealt out to the nodes in turn, so the first two are on different ones. */
export function largeLab(nodeCount: number, podCount: number): Cluster {
  const cluster = new Cluster({ seed: 1, wireMode: false });
  applyManifest(cluster, LARGE_UNDERLAY, 'large lab');
  const nodes = Array.from({ length: nodeCount }, (_, index) => nodeNumber(index));
  const pods = Array.from({ length: podCount }, (_, index) => podNumber(index, nodeCount));
  cluster.change('the nodes and pods of the large lab', (control) => {
    for (const node of nodes) control.put(nodeKind, node);
    for (const pod of pods) control.put(podKind, pod);
    control.settle();
  });
  return cluster;
}

function nodeNumber(index: number): Node {
  const address = `10.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`;
  return nodeKind.schema.parse({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${index}` },
    status: { addresses: [{ type: 'InternalIP', address }] },
  });
}

function podNumber(index: number, nodeCount: number): Pod {
  return podKind.schema.parse({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}` },
    spec: {
      nodeName: `node-${index % nodeCount}`,
      containers: [{ name: 'netshoot', image: 'nicolaka/netshoot' }],
    },
  });
}

/**
 * How often the records are let go of, in microseconds of virtual time. Often: where many live on to the
 * next collection, V8 may take them for long-lived, and all that comes after them costs twice.
 */
const FORGET_US = 2_000;

/** Echo requests from the first pod to the second, one answered before the next is sent. */
export function pingBetweenFirstPods(cluster: Cluster, count: number): void {
  const [from, to] = cluster.control.endpoints;
  const host = from && cluster.network.hosts.get(from.netns);
  if (host === undefined || to === undefined) throw new Error('the lab has no two pods');
  const stop = forgetOften(host);
  const run = ping(host, optionsFor(to.address, count));
  stop();
  if (run.received !== count) throw new Error(`${run.received} of ${count} echo requests answered`);
}

function optionsFor(to: PingOptions['to'], count: number): PingOptions {
  return {
    to,
    count,
    intervalMs: 0.2,
    timeoutMs: 1000,
    size: 56,
    ttl: undefined,
    df: 'want',
    source: undefined,
    icmpId: undefined,
  };
}

/** Traces and captures are made in full; nobody keeps fifty thousand of them. */
function forgetOften({ network }: Netns): () => void {
  let isOver = false;
  const forget = () => {
    network.forget();
    if (!isOver) network.scheduler.after(FORGET_US, forget);
  };
  forget();
  return () => {
    isOver = true;
  };
}
