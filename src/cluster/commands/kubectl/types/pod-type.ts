/** Pods: the columns of `kubectl get pods` (`printPod`). */
import { podKind } from '../../../../k8s/resources/pod';
import { listAt, textAt } from '../api-object';
import { podObject } from '../objects/pod-object';
import { AGE, type Column, NAME, type ResourceType } from '../resource-type';

const columns: readonly Column[] = [
  NAME,
  {
    heading: 'READY',
    cell: (pod) => {
      const statuses = listAt(pod, 'status', 'containerStatuses');
      const ready = statuses.filter((status) => textAt(status, 'ready') === 'true');
      return `${ready.length}/${listAt(pod, 'spec', 'containers').length}`;
    },
  },
  { heading: 'STATUS', cell: (pod) => textAt(pod, 'status', 'phase') },
  { heading: 'RESTARTS', cell: () => '0' },
  AGE,
  { heading: 'IP', isWide: true, cell: (pod) => textAt(pod, 'status', 'podIP') || '<none>' },
  { heading: 'NODE', isWide: true, cell: (pod) => textAt(pod, 'spec', 'nodeName') || '<none>' },
  { heading: 'NOMINATED NODE', isWide: true, cell: () => '<none>' },
  { heading: 'READINESS GATES', isWide: true, cell: () => '<none>' },
];

export const podType: ResourceType = {
  plural: 'pods',
  singular: 'pod',
  shortNames: ['po'],
  group: '',
  version: 'v1',
  kind: 'Pod',
  isNamespaced: true,
  stored: podKind,
  columns,
  list(cluster) {
    const { store, endpoints } = cluster.control;
    const byKey = new Map(endpoints.map((endpoint) => [endpoint.netns, endpoint]));
    return store.list(podKind).map((pod) => {
      const { namespace, name } = pod.metadata;
      return podObject(cluster, pod, byKey.get(`${namespace}/${name}`));
    });
  },

  find(cluster, name, namespace) {
    const { store, endpoints } = cluster.control;
    const pod = store.get(podKind, name, namespace);
    if (pod === undefined) return undefined;
    return podObject(
      cluster,
      pod,
      endpoints.find(({ netns }) => netns === `${namespace}/${name}`),
    );
  },
};
