/**
 * Sentences that change the cluster: fields of resources, deletions, time.
 */
import { When } from './support/catalogue';
import { type PodReference, qualified } from './support/references';
import { findPod } from './support/resolve';
import type { ClusterWorld } from './support/world';

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
