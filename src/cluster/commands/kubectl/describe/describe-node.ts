/** `kubectl describe node` (k8s.io/kubectl, pkg/describe, describeNode). */
import type { JsonObject } from '../../go-yaml';
import { type ApiObject, listAt, mapAt, textAt } from '../api-object';
import { ageOf } from '../resource-type';
import { rolesOf } from '../types/node-type';
import { podType } from '../types/pod-type';
import type { Call } from '../verb';
import {
  annotationLines,
  eventLines,
  labelLines,
  longTime,
  mapsAt,
  underTitle,
} from './description';
import { formatBytes, formatCpu, parseQuantity } from './quantity';

export function describeNode(call: Call, node: ApiObject, nowMs: number): readonly string[] {
  return [
    `Name:\t${node.metadata.name}`,
    `Roles:\t${rolesOf(node)}`,
    ...labelLines('Labels', mapAt(node, 'metadata', 'labels')),
    ...annotationLines(mapAt(node, 'metadata', 'annotations')),
    `CreationTimestamp:\t${longTime(node.metadata.creationTimestamp)}`,
    ...underTitle('Taints', mapsAt(node, 'spec', 'taints').map(taintText)),
    `Unschedulable:\t${textAt(node, 'spec', 'unschedulable') || 'false'}`,
    ...leaseLines(node, nowMs),
    ...conditionLines(node, nowMs),
    'Addresses:',
    ...mapsAt(node, 'status', 'addresses').map((one) => {
      return `  ${textAt(one, 'type')}:\t${textAt(one, 'address')}`;
    }),
    'Capacity:',
    ...quantityLines(mapAt(node, 'status', 'capacity')),
    'Allocatable:',
    ...quantityLines(mapAt(node, 'status', 'allocatable')),
    ...systemLines(node),
    ...podLines(call, node, nowMs),
    ...eventLines(call, node, nowMs),
  ];
}

function taintText(taint: JsonObject): string {
  const value = textAt(taint, 'value');
  return `${textAt(taint, 'key')}${value === '' ? '' : `=${value}`}:${textAt(taint, 'effect')}`;
}

/** The kubelet renews its lease every ten seconds. */
function leaseLines({ metadata }: ApiObject, nowMs: number): readonly string[] {
  const bornMs = Date.parse(metadata.creationTimestamp);
  const renewedMs = nowMs - ((nowMs - bornMs) % 10_000);
  return [
    'Lease:',
    `  HolderIdentity:\t${metadata.name}`,
    '  AcquireTime:\t<unset>',
    `  RenewTime:\t${longTime(new Date(renewedMs).toISOString())}`,
  ];
}

const CONDITION_TITLES = [
  'Type',
  'Status',
  'LastHeartbeatTime',
  'LastTransitionTime',
  'Reason',
  'Message',
];

/** Kubelets report every five minutes where nothing changes. */
function conditionLines(node: ApiObject, nowMs: number): readonly string[] {
  const rows = mapsAt(node, 'status', 'conditions').map((condition) => {
    const bornMs = Date.parse(textAt(condition, 'lastTransitionTime'));
    const heardMs = nowMs - ((nowMs - bornMs) % 300_000);
    const times = [new Date(heardMs).toISOString(), textAt(condition, 'lastTransitionTime')];
    const words = [textAt(condition, 'type'), textAt(condition, 'status'), ...times.map(longTime)];
    const why = [textAt(condition, 'reason'), textAt(condition, 'message')];
    return `  ${[...words, ...why].join(' \t')}`;
  });
  return [
    'Conditions:',
    `  ${CONDITION_TITLES.join('\t')}`,
    `  ${CONDITION_TITLES.map((title) => '-'.repeat(title.length)).join('\t')}`,
    ...rows,
  ];
}

function quantityLines(quantities: JsonObject): readonly string[] {
  return Object.keys(quantities)
    .sort()
    .map((name) => `  ${name}:\t${quantities[name]}`);
}

const SYSTEM_INFO = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
  ['Kube-Proxy Version', 'kubeProxyVersion'],
] as const;

function systemLines(node: ApiObject): readonly string[] {
  const rows = SYSTEM_INFO.map(
    ([title, field]) => `  ${title}:\t${textAt(node, 'status', 'nodeInfo', field)}`,
  );
  const cidr = textAt(node, 'spec', 'podCIDR');
  const cidrs = listAt(node, 'spec', 'podCIDRs').join(',') || cidr;
  const networks = cidr === '' ? [] : [`PodCIDR:\t${cidr}`, `PodCIDRs:\t${cidrs}`];
  return ['System Info:', ...rows, ...networks];
}

/** What a pod asks for of each resource, and what it may have at most: both of all its containers. */
interface Demand {
  readonly requests: number;
  readonly limits: number;
}

function demandOf(pod: ApiObject, resource: string): Demand {
  const sum = (side: string) =>
    mapsAt(pod, 'spec', 'containers')
      .map((container) => parseQuantity(textAt(container, 'resources', side, resource)))
      .reduce((one, other) => one + other, 0);
  return { requests: sum('requests'), limits: sum('limits') };
}

function podLines({ cluster }: Call, node: ApiObject, nowMs: number): readonly string[] {
  const pods = podType
    .list(cluster)
    .filter((pod) => textAt(pod, 'spec', 'nodeName') === node.metadata.name);
  const share = (resource: string, amount: number) => {
    const whole = parseQuantity(textAt(node, 'status', 'allocatable', resource));
    const percent = whole === 0 ? 0 : Math.trunc((amount * 100) / whole);
    const shown = resource === 'cpu' ? formatCpu(amount) : formatBytes(amount);
    return `${shown} (${percent}%)`;
  };
  const shares = (resource: string, { requests, limits }: Demand) => [
    share(resource, requests),
    share(resource, limits),
  ];
  const rows = pods.map((pod) => {
    const demands = ['cpu', 'memory'].flatMap((one) => shares(one, demandOf(pod, one)));
    const age = ageOf(pod.metadata.creationTimestamp, nowMs);
    return `  ${pod.metadata.namespace}\t${pod.metadata.name}\t\t${[...demands, age].join('\t')}`;
  });
  const totals = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi'].map((resource) => {
    const all = pods.map((pod) => demandOf(pod, resource));
    const total = {
      requests: all.reduce((sum, { requests }) => sum + requests, 0),
      limits: all.reduce((sum, { limits }) => sum + limits, 0),
    };
    return `  ${[resource, ...shares(resource, total)].join('\t')}`;
  });
  return [
    `Non-terminated Pods:\t(${pods.length} in total)`,
    '  Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge',
    '  ---------\t----\t\t------------\t----------\t---------------\t-------------\t---',
    ...rows,
    'Allocated resources:',
    '  (Total limits may be over 100 percent, i.e., overcommitted.)',
    '  Resource\tRequests\tLimits',
    '  --------\t--------\t------',
    ...totals,
  ];
}
