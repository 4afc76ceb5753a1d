/** Nodes and the Underlay must fit together, whichever of them comes first. */
import { cidr, cidrContains, parseInterfaceAddress } from '../../addr/cidr';
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import { didYouMeanOneOf } from '../../base/nearest-name';
import type { CalicoNode } from '../../calico/resources/node';
import { internalIpOf, type Node, nodeKind } from '../../k8s/resources/node';
import type { ResourceStore } from '../../k8s/store';
import { type Underlay, underlayKind } from '../underlay-kind';
import type { Refusal } from './refusal';

export function admitNode(node: Node, store: ResourceStore): Refusal | undefined {
  const address = internalIpOf(node);
  const path = ['status', 'addresses'];
  const twin = store.find(nodeKind, (other) => {
    return other.metadata.name !== node.metadata.name && internalIpOf(other) === address;
  });
  if (twin !== undefined) {
    const says = `node ${twin.metadata.name} has the InternalIP ${formatIpv4(address)} already`;
    return { code: 'conflict', path, says };
  }
  const [underlay] = store.list(underlayKind);
  const says = underlay && whyNodeIsAstray(underlay, node);
  return says === undefined ? undefined : { code: 'conflict', path, says };
}

/** Calico's Node adds to one of Kubernetes; it does not make a machine. */
export function admitCalicoNode({ metadata }: CalicoNode, store: ResourceStore) {
  if (store.get(nodeKind, metadata.name) !== undefined) return undefined;
  const known = store.list(nodeKind).map((node) => node.metadata.name);
  const says = `there is no v1 Node ${metadata.name}${didYouMeanOneOf(metadata.name, known)}`;
  return { code: 'unknown-node', path: ['metadata', 'name'], says } satisfies Refusal;
}

export function admitUnderlay(underlay: Underlay, store: ResourceStore): Refusal | undefined {
  const other = store.list(underlayKind).find(({ metadata }) => {
    return metadata.name !== underlay.metadata.name;
  });
  if (other !== undefined) {
    const says = `a cluster has one Underlay, and there is ${other.metadata.name} already`;
    return { code: 'conflict', path: ['metadata', 'name'], says };
  }
  for (const node of store.list(nodeKind)) {
    const says = whyNodeIsAstray(underlay, node);
    if (says !== undefined) return { code: 'conflict', path: ['spec', 'segments'], says };
  }
  return undefined;
}

function whyNodeIsAstray({ spec }: Underlay, node: Node): string | undefined {
  const { name } = node.metadata;
  const address = internalIpOf(node);
  const shown = formatIpv4(address);
  if (!spec.segments.some((segment) => cidrContains(cidr(segment.cidr), address))) {
    const segments = spec.segments.map((segment) => `${segment.name} ${segment.cidr}`).join(', ');
    return `node ${name}, ${shown}, is in no segment of the Underlay; there is ${segments}`;
  }
  const owner = [...spec.routers, ...spec.hosts].find((machine) => {
    const texts = 'addresses' in machine ? machine.addresses : [machine.address];
    return machine.name === name || texts.some((text) => isAddress(text, address));
  });
  if (owner === undefined) return undefined;
  return owner.name === name
    ? `node ${name} and a machine of the Underlay have the same name`
    : `${owner.name} of the Underlay has the address ${shown} of node ${name}`;
}

function isAddress(text: string, address: Ipv4): boolean {
  return parseInterfaceAddress(text)?.address === address;
}
