/**
 * Sentences that build the cluster and change it: labs, manifests, resources, time.
 */
import { RefusedError } from '../src/driver/driver';
import { Given, Then, When } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import { type PodReference, qualified } from './support/references';
import { findPod } from './support/resolve';
import type { ClusterWorld } from './support/world';

Given(
  'the lab {string}',
  {
    id: 'lab',
    says: 'Builds the cluster of features/labs/NAME.yaml. Without it a scenario runs in the lab "kans".',
    example: `Given the lab "kans"
      And the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, name: string) {
    await this.useLab(name);
  },
);

Given(
  'the manifests {string}',
  {
    id: 'manifests.file',
    says: 'Applies features/manifests/NAME.yaml, as kubectl apply does.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, name: string) {
    await applyFile(this, name);
  },
);

Given(
  'the manifests:',
  {
    id: 'manifests.text',
    says: 'Applies the documents that follow, as kubectl apply does.',
    example: `Given the manifests:
        """
        { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
          spec: { nodeName: k8s-w1, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
        """
      When pod1 pings 8.8.8.8
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, yaml: string) {
    await (await this.clusterToChange()).apply(yaml, 'the manifests');
  },
);

When(
  'the manifests {string} are applied',
  {
    id: 'manifests.file.applied',
    says: 'Applies features/manifests/NAME.yaml as the thing that the scenario is about.',
    example: `When the manifests "two-pods-one-node" are applied
      Then pod2 has the address 172.16.158.2`,
  },
  async function (this: ClusterWorld, name: string) {
    await applyFile(this, name);
  },
);

When(
  'these manifests are applied:',
  {
    id: 'manifests.text.applied',
    says: 'Applies the documents that follow as the thing that the scenario is about.',
    example: `When these manifests are applied:
        """
        { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
          spec: { nodeName: k8s-w1, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
        """
      Then pod1 has the address 172.16.158.1`,
  },
  async function (this: ClusterWorld, yaml: string) {
    await (await this.clusterToChange()).apply(yaml, 'these manifests');
  },
);

When(
  'these manifests are tried:',
  {
    id: 'manifests.tried',
    says: 'Applies the documents that follow, and keeps what the cluster says if it refuses them.',
    example: `When these manifests are tried:
        """
        { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
          spec: { nodeName: k8s-w9, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
        """
      Then the cluster refuses them, saying "k8s-w9"`,
  },
  async function (this: ClusterWorld, yaml: string) {
    try {
      await (await this.clusterToChange()).apply(yaml, 'these manifests');
      this.refusal = { message: undefined };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.refusal = { message: error.message };
    }
  },
);

Then(
  'the cluster refuses them, saying {string}',
  {
    id: 'manifests.refused',
    says: 'Demands that the manifests that were tried were refused, with these words in the message.',
    example: `When these manifests are tried:
        """
        { apiVersion: v1, kind: Gadget, metadata: { name: one } }
        """
      Then the cluster refuses them, saying "Gadget"`,
  },
  function (this: ClusterWorld, words: string) {
    const message = refusalOf(this);
    expect(message?.includes(words) ? words : message).to.be.valueLike(words, 'the refusal');
  },
);

Then(
  'the cluster accepts them',
  {
    id: 'manifests.accepted',
    says: 'Demands that the manifests that were tried were applied, all of them.',
    example: `When these manifests are tried:
        """
        { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
        """
      Then the cluster accepts them`,
  },
  function (this: ClusterWorld) {
    expect(refusalOf(this) ?? 'accepted').to.be.valueLike('accepted', 'the answer of the cluster');
  },
);

When(
  '{field} of pool {pool} is set to {value}',
  {
    id: 'pool.set',
    says: 'Changes one field of an IPPool, as calicoctl patch does.',
    example: `Given the manifests "one-pod"
      And the ping from pod1 to 8.8.8.8 succeeds
      When natOutgoing of pool default-ipv4-ippool is set to false
      And pod1 pings 8.8.8.8
      Then the ping fails`,
  },
  async function (this: ClusterWorld, field: string, pool: string, value: unknown) {
    await (await this.clusterToChange()).patch('IPPool', pool, { spec: { [field]: value } });
  },
);

When(
  '{field} of the {kind} {resource} is set to {value}',
  {
    id: 'resource.set',
    says: 'Changes one field of the spec of any resource, as calicoctl patch does.',
    example: `Given the manifests "one-pod"
      When natOutgoing of the IPPool default-ipv4-ippool is set to true
      And pod1 pings 8.8.8.8
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, field: string, kind: string, name: string, value: unknown) {
    await (await this.clusterToChange()).patch(kind, name, { spec: { [field]: value } });
  },
);

When(
  'the pod {pod} is deleted',
  {
    id: 'pod.deleted',
    says: 'Deletes a pod, as kubectl delete pod does.',
    example: `Given the manifests "two-pods-one-node"
      When the pod pod2 is deleted
      Then the routes of k8s-w1 include:
        | type      | destination     | proto |
        | unicast   | 172.16.158.1    |       |
        | blackhole | 172.16.158.0/24 | bird  |`,
  },
  async function (this: ClusterWorld, reference: PodReference) {
    const workload = await findPod(this, reference);
    await (await this.clusterToChange()).delete('Pod', workload.pod);
  },
);

When(
  'the {kind} {resource} is deleted',
  {
    id: 'resource.deleted',
    says: 'Deletes a resource of any kind, as kubectl delete does.',
    example: `Given the manifests "two-pods-one-node"
      When the Pod pod2 is deleted
      And pod1 pings 8.8.8.8
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld, kind: string, name: string) {
    const known = kind === 'Pod' ? qualified(name) : name;
    await (await this.clusterToChange()).delete(kind, known);
  },
);

When(
  '{duration} pass(es)',
  {
    id: 'time.passes',
    says: 'Lets the time of the cluster pass; timers run, nothing is sent by the scenario.',
    example: `Given the manifests "two-pods-one-node"
      And pod1 pings pod2
      When 6 s pass
      Then the neighbours of pod1 include:
        | address     | state     |
        | 169.254.1.1 | REACHABLE |`,
  },
  async function (this: ClusterWorld, milliseconds: number) {
    await (await this.cluster()).wait(milliseconds);
  },
);

async function applyFile(world: ClusterWorld, name: string): Promise<void> {
  const { yaml, source } = world.readInput('manifests', name);
  await (await world.clusterToChange()).apply(yaml, source);
}

/** What the cluster said to the manifests that were tried; counts as looked at. */
function refusalOf(world: ClusterWorld): string | undefined {
  if (world.refusal === undefined) {
    throw new NotEstablishedError('no manifests were tried; add "When these manifests are tried:"');
  }
  world.looked('answer of the cluster', 1);
  return world.refusal.message;
}
