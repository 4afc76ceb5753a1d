/**
 * From the names in a sentence to the things in the cluster. A name that nobody knows ends the
 * scenario as not established, with the nearest name that there is: an assertion about a pod that
 * does not exist must never hold.
 */
import { AssertionError } from 'chai';
import type { Ipv4 } from '../../src/addr/ipv4';
import { didYouMeanOneOf } from '../../src/base/nearest-name';
import type { Inventory, Workload } from '../../src/driver/driver';
import type { HostName } from '../../src/driver/stimulus';
import { NotEstablishedError } from './not-established';
import { type InterfaceReference, type PodReference, qualified, spoken } from './references';
import type { ClusterWorld } from './world';

/** One interface of one network namespace. */
export interface Place {
  readonly host: HostName;
  readonly device: string;
}

/** `ens5 of k8s-w1`. */
export function sayPlace({ host, device }: Place): string {
  return `${device} of ${spoken(host)}`;
}

/** @throws AssertionError where the sentence names another node than the one the pod is on */
export async function findPod(world: ClusterWorld, reference: PodReference): Promise<Workload> {
  const { nodes, workloads } = await world.inventory();
  const workload = workloads.find(({ pod }) => pod === reference.pod);
  if (workload === undefined) {
    throw new NotEstablishedError(
      `there is no pod ${spoken(reference.pod)}${didYouMeanOneOf(spoken(reference.pod), workloads.map(({ pod }) => pod).map(spoken))}`,
    );
  }
  if (reference.node === undefined || reference.node === workload.node) return workload;
  mustKnow(
    reference.node,
    nodes.map(({ name }) => name),
    'node',
  );
  throw new AssertionError(
    `expected ${spoken(workload.pod)} to be on ${reference.node}, but it is on ${workload.node}`,
  );
}

export async function findNode(
  world: ClusterWorld,
  name: string,
): Promise<Inventory['nodes'][number]> {
  const { nodes } = await world.inventory();
  mustKnow(
    name,
    nodes.map((node) => node.name),
    'node',
  );
  return nodes.find((node) => node.name === name) as Inventory['nodes'][number];
}

/** A node, a router, an outside host, or else a pod. */
export async function findHost(world: ClusterWorld, name: string): Promise<HostName> {
  const { nodes, outside, routers, workloads } = await world.inventory();
  const hosts = [...nodes, ...outside, ...routers].map((host) => host.name);
  if (hosts.includes(name)) return name;
  const pods = workloads.map(({ pod }) => pod);
  if (pods.includes(qualified(name))) return qualified(name);
  throw new NotEstablishedError(
    `there is no host or pod ${name}${didYouMeanOneOf(name, [...hosts, ...pods.map(spoken)])}`,
  );
}

/** The host's own address: a node's, an outside host's, a pod's, a router's first. */
export async function addressOf(world: ClusterWorld, host: HostName): Promise<Ipv4> {
  const { nodes, outside, routers, workloads } = await world.inventory();
  const address =
    [...nodes, ...outside].find(({ name }) => name === host)?.address ??
    routers.find(({ name }) => name === host)?.addresses[0] ??
    workloads.find(({ pod }) => pod === host)?.address;
  if (address === undefined) throw new NotEstablishedError(`${host} has no address`);
  return address;
}

export async function findInterface(
  world: ClusterWorld,
  reference: InterfaceReference,
): Promise<Place> {
  const { workloads } = await world.inventory();
  const { device, of } = reference;
  if (device === undefined) {
    if (of === undefined) throw new NotEstablishedError('say whose: "the cali interface of pod1"');
    const workload = await findPod(world, { pod: qualified(of), node: undefined });
    return { host: workload.node, device: workload.interface };
  }
  if (of !== undefined) return existing(world, { host: await findHost(world, of), device });
  const owner = workloads.find((workload) => workload.interface === device);
  if (owner !== undefined) return { host: owner.node, device };
  return onlyOwner(world, device);
}

/** An interface named without its host is fine where only one node has it. */
async function onlyOwner(world: ClusterWorld, device: string): Promise<Place> {
  const { nodes, workloads } = await world.inventory();
  const cluster = await world.cluster();
  const owners: string[] = [];
  for (const node of nodes) {
    const links = await cluster.links(node.name);
    if (links.some(({ name }) => name === device)) owners.push(node.name);
  }
  const [host] = owners;
  if (host !== undefined && owners.length === 1) return { host, device };
  throw new NotEstablishedError(
    host === undefined
      ? `no node has an interface ${device}${didYouMeanOneOf(
          device,
          workloads.map((workload) => workload.interface),
        )}`
      : `${owners.length} hosts have an interface ${device}; say which: "${device} of ${host}"`,
  );
}

async function existing(world: ClusterWorld, place: Place): Promise<Place> {
  const links = await (await world.cluster()).links(place.host);
  mustKnow(
    place.device,
    links.map(({ name }) => name),
    `interface of ${spoken(place.host)}`,
  );
  return place;
}

function mustKnow(name: string, known: readonly string[], what: string): void {
  if (known.includes(name)) return;
  throw new NotEstablishedError(
    `there is no ${what} called ${name}${didYouMeanOneOf(name, known)}`,
  );
}
