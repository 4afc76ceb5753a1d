/**
 * What the kubelet has said of each pod since it was made (kubernetes, pkg/kubelet/container and
 * kuberuntime). The pods here name their node themselves, so no scheduler says anything of them. The
 * API server forgets events after an hour.
 */
import { type Pod, podKind } from '../../../../k8s/resources/pod';
import type { Cluster } from '../../../cluster';
import { uuid } from '../../../uuid';
import { type ApiObject, timestamp } from '../api-object';
import { isPulledAlways } from './image-reference';

const LIFETIME_US = 3600 * 1_000_000;

/** Of all pods that are there, by namespace and time. */
export function podEvents(cluster: Cluster): readonly ApiObject[] {
  return cluster.control.store.list(podKind).flatMap((pod) => eventsOf(cluster, pod));
}

/** What has been said of one pod. */
export function eventsOf(cluster: Cluster, pod: Pod): readonly ApiObject[] {
  const birth = cluster.birthOf(podKind, pod.metadata);
  if (cluster.network.nowUs - birth.atUs > LIFETIME_US) return [];
  return pod.spec.containers.flatMap((container) =>
    occurrences(container).map(([reason, message], at) => {
      const words = `${birth.uid} ${container.name} ${reason}`;
      return eventOf(pod, { ...birth, uid: uuid(words), podUid: birth.uid }, container.name, {
        reason,
        message,
        at,
      });
    }),
  );
}

type Container = Pod['spec']['containers'][number];

function occurrences({ name, image }: Container): readonly (readonly [string, string])[] {
  const started = [
    ['Created', `Created container ${name}`],
    ['Started', `Started container ${name}`],
  ] as const;
  if (!isPulledAlways(image)) {
    return [['Pulled', `Container image "${image}" already present on machine`], ...started];
  }
  return [
    ['Pulling', `Pulling image "${image}"`],
    ['Pulled', `Successfully pulled image "${image}" in 1.362s (1.362s including waiting)`],
    ...started,
  ];
}

interface EventBirth {
  readonly uid: string;
  readonly podUid: string;
  readonly atUs: number;
  readonly resourceVersion: string;
}

interface Occurrence {
  readonly reason: string;
  readonly message: string;
  /** Its place among those of the container. */
  readonly at: number;
}

function eventOf(
  { metadata: { name, namespace }, spec }: Pod,
  { uid, podUid, atUs, resourceVersion }: EventBirth,
  container: string,
  { reason, message, at }: Occurrence,
): ApiObject & { readonly [field: string]: unknown } {
  const time = timestamp(atUs);
  const suffix = `17f2${uid.replaceAll('-', '').slice(0, 11)}${at}`;
  return {
    apiVersion: 'v1',
    count: 1,
    eventTime: null,
    firstTimestamp: time,
    involvedObject: {
      apiVersion: 'v1',
      fieldPath: `spec.containers{${container}}`,
      kind: 'Pod',
      name,
      namespace,
      resourceVersion,
      uid: podUid,
    },
    kind: 'Event',
    lastTimestamp: time,
    message,
    metadata: {
      creationTimestamp: time,
      name: `${name}.${suffix}`,
      namespace,
      resourceVersion,
      uid,
    },
    reason,
    reportingComponent: 'kubelet',
    reportingInstance: spec.nodeName,
    source: { component: 'kubelet', host: spec.nodeName },
    type: 'Normal',
  };
}
