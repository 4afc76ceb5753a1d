/**
 * A pod as the API server gives it: the defaults that it fills in (kubernetes, pkg/apis/core/v1
 * defaults.go, the ServiceAccount and DefaultTolerationSeconds admission plugins), what Calico's CNI
 * plugin writes down, and the status that the kubelet reports.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { formatIpv4 } from '../../../../addr/ipv4';
import type { WorkloadEndpoint } from '../../../../calico/model';
import { internalIpOf, type Node, nodeKind } from '../../../../k8s/resources/node';
import { type Pod, podKind } from '../../../../k8s/resources/pod';
import type { Cluster } from '../../../cluster';
import type { JsonObject } from '../../go-yaml';
import { sandboxId } from '../../sandbox-id';
import {
  type ApiMetadata,
  type ApiObject,
  apiMetadata,
  isList,
  toJson,
  unlessEmpty,
} from '../api-object';
import { imageReference, isPulledAlways } from './image-reference';

/** What an object was made of, to know whether it still holds. */
interface Made {
  readonly endpoint: WorkloadEndpoint | undefined;
  readonly node: Node | undefined;
  readonly resourceVersion: number | undefined;
  readonly object: ApiObject;
}

/** A list of many pods is mostly the one that was there a moment ago. */
const madeBefore = new WeakMap<Cluster, WeakMap<Pod, Made>>();

/** @param endpoint where the pod is in the network; `undefined` where it is not */
export function podObject(
  cluster: Cluster,
  pod: Pod,
  endpoint: WorkloadEndpoint | undefined,
): ApiObject {
  const { store } = cluster.control;
  const { name, namespace } = pod.metadata;
  const node = store.get(nodeKind, pod.spec.nodeName);
  const resourceVersion = store.resourceVersionOf(podKind, name, namespace);
  const known = madeBefore.get(cluster) ?? new WeakMap<Pod, Made>();
  madeBefore.set(cluster, known);
  const made = known.get(pod);
  const isSame = made?.endpoint === endpoint && made?.node === node;
  if (made !== undefined && isSame && made.resourceVersion === resourceVersion) return made.object;
  const object = makeObject(cluster, pod, endpoint, node);
  known.set(pod, { endpoint, node, resourceVersion, object });
  return object;
}

function makeObject(
  cluster: Cluster,
  pod: Pod,
  endpoint: WorkloadEndpoint | undefined,
  node: Node | undefined,
): ApiObject {
  const metadata = apiMetadata(cluster, podKind, pod.metadata);
  const annotations = { ...metadata.annotations, ...cniAnnotations(metadata.uid, endpoint) };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, annotations: unlessEmpty(annotations) },
    spec: podSpec(pod, metadata.uid),
    status: statusOf(pod, metadata, endpoint, node),
  };
}

/** What cni-plugin writes when it has made the interface (cni-plugin/pkg/k8s/k8s.go). */
function cniAnnotations(uid: string, endpoint: WorkloadEndpoint | undefined) {
  if (endpoint === undefined) return {};
  const address = `${formatIpv4(endpoint.address)}/32`;
  return {
    'cni.projectcalico.org/containerID': sandboxId(uid),
    'cni.projectcalico.org/podIP': address,
    'cni.projectcalico.org/podIPs': address,
  };
}

/** 64 digits that look drawn, as those of containers and images. */
function drawnHex(words: string): string {
  return bytesToHex(sha256(utf8ToBytes(words)));
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** The volume with the token of the service account: `kube-api-access-x7k2p`. */
function tokenVolumeName(uid: string): string {
  const bytes = sha256(utf8ToBytes(`${uid} token`)).subarray(0, 5);
  const suffix = Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return `kube-api-access-${suffix}`;
}

/** The spec with what the API server fills in. @param uid of the pod, for what is drawn */
export function podSpec(pod: Pod, uid: string): JsonObject {
  const { spec } = pod;
  const written = toJson(spec);
  const volume = tokenVolumeName(uid);
  const volumes = isList(written['volumes']) ? written['volumes'] : [];
  const hasToken = JSON.stringify(volumes).includes('"kube-api-access-');
  const wantsToken = spec.automountServiceAccountToken !== false && !hasToken;
  const filled = {
    dnsPolicy: 'ClusterFirst',
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    priority: 0,
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    tolerations: DEFAULT_TOLERATIONS,
    ...written,
    containers: spec.containers.map((one) => containerOf(one, wantsToken ? volume : undefined)),
    // The API server still gives the old name of the field too.
    serviceAccount: spec.serviceAccountName,
    volumes: wantsToken ? [...volumes, tokenVolume(volume)] : volumes,
  };
  return spec.hostNetwork ? filled : { ...filled, hostNetwork: undefined };
}

const DEFAULT_TOLERATIONS = ['not-ready', 'unreachable'].map((condition) => ({
  effect: 'NoExecute',
  key: `node.kubernetes.io/${condition}`,
  operator: 'Exists',
  tolerationSeconds: 300,
}));

function tokenVolume(name: string): JsonObject {
  const token = { expirationSeconds: 3607, path: 'token' };
  const authority = { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' };
  const fieldRef = { apiVersion: 'v1', fieldPath: 'metadata.namespace' };
  return {
    name,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: token },
        { configMap: authority },
        { downwardAPI: { items: [{ fieldRef, path: 'namespace' }] } },
      ],
    },
  };
}

type Container = Pod['spec']['containers'][number];

function containerOf(container: Container, token: string | undefined): JsonObject {
  const written = toJson(container);
  const { command, args, ports } = container;
  const mounts = isList(written['volumeMounts']) ? written['volumeMounts'] : [];
  const mount = { mountPath: TOKEN_PATH, name: token, readOnly: true };
  return {
    imagePullPolicy: isPulledAlways(container.image) ? 'Always' : 'IfNotPresent',
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...written,
    command: command.length === 0 ? undefined : command,
    args: args.length === 0 ? undefined : args,
    ports: ports.length === 0 ? undefined : written['ports'],
    volumeMounts: token === undefined ? written['volumeMounts'] : [...mounts, mount],
  };
}

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

function statusOf(
  pod: Pod,
  { uid, creationTimestamp: since }: ApiMetadata,
  endpoint: WorkloadEndpoint | undefined,
  node: Node | undefined,
): JsonObject {
  const hostIp = node && formatIpv4(internalIpOf(node));
  const podIp = endpoint && formatIpv4(endpoint.address);
  return {
    conditions: CONDITIONS.map((type) => ({
      lastProbeTime: null,
      lastTransitionTime: since,
      status: 'True',
      type,
    })),
    containerStatuses: pod.spec.containers.map((container) =>
      containerStatus(container, uid, since),
    ),
    hostIP: hostIp,
    hostIPs: hostIp === undefined ? undefined : [{ ip: hostIp }],
    phase: 'Running',
    podIP: podIp,
    podIPs: podIp === undefined ? undefined : [{ ip: podIp }],
    qosClass: 'BestEffort',
    startTime: since,
  };
}

const CONDITIONS = [
  'PodReadyToStartContainers',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodScheduled',
];

function containerStatus({ name, image }: Container, uid: string, since: string): JsonObject {
  const { repository, tag } = imageReference(image);
  return {
    containerID: `containerd://${drawnHex(`${uid} ${name}`)}`,
    image: `${repository}:${tag}`,
    imageID: `${repository}@sha256:${drawnHex(image)}`,
    lastState: {},
    name,
    ready: true,
    restartCount: 0,
    started: true,
    state: { running: { startedAt: since } },
  };
}
