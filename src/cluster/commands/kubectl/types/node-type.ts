/** Nodes: the columns of `kubectl get nodes` (`printNode`). */
import { nodeKind } from '../../../../k8s/resources/node';
import { type ApiObject, listAt, mapAt, textAt } from '../api-object';
import { nodeObject } from '../objects/node-object';
import { AGE, type Column, NAME, type ResourceType } from '../resource-type';

const ROLE = 'node-role.kubernetes.io/';

/** The roles that its labels give a node, by name. */
export function rolesOf(node: ApiObject): string {
  const labels = mapAt(node, 'metadata', 'labels');
  const roles = Object.entries(labels).flatMap(([name, value]) => {
    if (name.startsWith(ROLE)) return [name.slice(ROLE.length)];
    return name === 'kubernetes.io/role' && value ? [String(value)] : [];
  });
  return [...new Set(roles)].filter(Boolean).sort().join(',') || '<none>';
}

function statusOf(node: ApiObject): string {
  const isBarred = textAt(node, 'spec', 'unschedulable') === 'true';
  return isBarred ? 'Ready,SchedulingDisabled' : 'Ready';
}

function addressOf(node: ApiObject, type: string): string {
  const entry = listAt(node, 'status', 'addresses').find((one) => textAt(one, 'type') === type);
  return textAt(entry, 'address') || '<none>';
}

function info(heading: string, field: string): Column {
  return {
    heading,
    isWide: true,
    cell: (node) => textAt(node, 'status', 'nodeInfo', field) || '<unknown>',
  };
}

const columns: readonly Column[] = [
  NAME,
  { heading: 'STATUS', cell: statusOf },
  { heading: 'ROLES', cell: rolesOf },
  AGE,
  { heading: 'VERSION', cell: (node) => textAt(node, 'status', 'nodeInfo', 'kubeletVersion') },
  { heading: 'INTERNAL-IP', isWide: true, cell: (node) => addressOf(node, 'InternalIP') },
  { heading: 'EXTERNAL-IP', isWide: true, cell: (node) => addressOf(node, 'ExternalIP') },
  info('OS-IMAGE', 'osImage'),
  info('KERNEL-VERSION', 'kernelVersion'),
  info('CONTAINER-RUNTIME', 'containerRuntimeVersion'),
];

export const nodeType: ResourceType = {
  plural: 'nodes',
  singular: 'node',
  shortNames: ['no'],
  group: '',
  version: 'v1',
  kind: 'Node',
  isNamespaced: false,
  stored: nodeKind,
  columns,
  list: (cluster) => cluster.control.store.list(nodeKind).map((node) => nodeObject(cluster, node)),
};
