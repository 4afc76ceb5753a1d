/**
 * Sentences that build the cluster: labs and manifests, applied or refused.
 */
import { RefusedError } from '../src/driver/driver';
import { Given, Then, When } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
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

async function applyFile(world: ClusterWorld, name: string): Promise<void> {
  const { yaml, source } = world.readInput('manifests', name);
  await (await world.clusterToChange()).apply(yaml, source);
}

/** What the cluster said to the manifests that were tried; counts as looked at. */
function refusalOf(world: ClusterWorld): string | undefined {
  if (world.refusal === undefined) {
    throw new NotEstablishedError(
      `no manifests were tried; add ${world.quote('when', 'manifests.tried')}`,
    );
  }
  world.looked('answer of the cluster', 1);
  return world.refusal.message;
}
