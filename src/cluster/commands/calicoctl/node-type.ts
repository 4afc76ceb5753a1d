/**
 * Node: Kubernetes' own, with what calico-node found out, and what was written with calicoctl
 * (libcalico-go/lib/backend/k8s/resources/node.go). Kubernetes' labels win over Calico's, and an
 * annotation says which they are.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { formatMac } from '../../../addr/mac';
import type { CalicoNode } from '../../../calico/model';
import { vxlanMac } from '../../../calico/names';
import { calicoNodeKind } from '../../../calico/resources/node';
import { type Node, nodeKind } from '../../../k8s/resources/node';
import { ManifestError } from '../../../manifest/manifest-error';
import { applyManifest } from '../../apply';
import type { Cluster } from '../../cluster';
import type { JsonObject } from '../go-yaml';
import { notSupported } from './calico-error';
import { API_VERSION, type CalicoRecord, metadataOf, toJson, unlessEmpty } from './calico-record';
import type { Draft, ResourceType } from './resource-type';
import { validationError } from './validation-error';

const KIND = 'Node';
const KUBE_LABELS = 'projectcalico.org/kube-labels';

export const nodeType: ResourceType = {
  kind: KIND,
  names: ['node', 'nodes', 'no', 'nos'],
  isNamespaced: false,
  narrow: ['NAME'],
  wide: ['NAME', 'ASN', 'IPV4', 'IPV6'],
  columns: {
    NAME: ({ metadata }) => metadata.name,
    ASN: (record, { control }) =>
      String(bgpOf(record)['asNumber'] ?? `(${control.model.bgp.asNumber})`),
    IPV4: (record) => String(bgpOf(record)['ipv4Address'] ?? ''),
    IPV6: (record) => String(bgpOf(record)['ipv6Address'] ?? ''),
  },
  list(cluster) {
    const { model, store } = cluster.control;
    const found = new Map(model.nodes.map((node) => [node.name, node]));
    return store.list(nodeKind).flatMap((node) => {
      const seen = found.get(node.metadata.name);
      return seen === undefined ? [] : [recordOf(cluster, node, seen)];
    });
  },
  listVersion: ({ control }) => String(control.store.revision),
  whyMissing: (name) => `nodes "${name}" not found`,
  create(_cluster, { name }) {
    throw notSupported('Create', `${KIND}(${name})`);
  },
  update,
  delete(_cluster, name) {
    throw notSupported('Delete', `${KIND}(${name})`);
  },
};

function bgpOf({ spec }: CalicoRecord): JsonObject {
  return (spec['bgp'] ?? {}) as JsonObject;
}

function recordOf(cluster: Cluster, node: Node, seen: CalicoNode): CalicoRecord {
  const written = cluster.control.store.get(calicoNodeKind, seen.name);
  const metadata = metadataOf(cluster, nodeKind, node.metadata);
  const own = cluster.control.store.resourceVersionOf(calicoNodeKind, seen.name) ?? 0;
  const kubeLabels = JSON.stringify(unlessEmpty(node.metadata.labels) ?? null);
  const podCidr = node.spec.podCIDR;
  return {
    kind: KIND,
    apiVersion: API_VERSION,
    metadata: {
      ...metadata,
      resourceVersion: String(Math.max(own, Number(metadata.resourceVersion))),
      labels: unlessEmpty(seen.labels),
      annotations: unlessEmpty({ ...written?.metadata.annotations, [KUBE_LABELS]: kubeLabels }),
    },
    spec: specOf(node, seen, written?.spec.bgp?.ipv6Address),
    status: podCidr === undefined ? {} : { podCIDRs: [podCidr] },
  };
}

function specOf(node: Node, seen: CalicoNode, ipv6Address: string | undefined): JsonObject {
  const { ipipTunnelAddress: ipip, vxlanTunnelAddress: vxlan } = seen;
  const address = `${formatIpv4(seen.address.address)}/${seen.address.length}`;
  const others = node.status.addresses.filter(({ type }) => /^(Internal|External)IP$/.test(type));
  return {
    bgp: {
      asNumber: seen.asNumber,
      ipv4Address: address,
      ipv6Address,
      ipv4IPIPTunnelAddr: ipip && formatIpv4(ipip),
      routeReflectorClusterID: seen.routeReflectorClusterId,
    },
    ipv4VXLANTunnelAddr: vxlan && formatIpv4(vxlan),
    vxlanTunnelMACAddr: vxlan && formatMac(vxlanMac(seen.name)),
    orchRefs: [{ nodeName: seen.name, orchestrator: 'k8s' }],
    addresses: [
      { address, type: 'CalicoNodeIP' },
      ...others.map(({ address: text, type }) => ({ address: text, type })),
    ],
  };
}

/** Only what differs from what Calico finds by itself is kept. */
function update(cluster: Cluster, draft: Draft): void {
  const { store, model } = cluster.control;
  const written = store.get(calicoNodeKind, draft.name);
  const kubeLabels = store.get(nodeKind, draft.name)?.metadata.labels ?? {};
  const seen = model.nodes.find(({ name }) => name === draft.name);
  const detected = seen && `${formatIpv4(seen.address.address)}/${seen.address.length}`;
  const wanted = (draft.spec['bgp'] ?? {}) as JsonObject;
  const isDetected =
    written?.spec.bgp?.ipv4Address === undefined && wanted['ipv4Address'] === detected;
  const bgp: JsonObject = {
    ...wanted,
    ipv4Address: isDetected ? undefined : wanted['ipv4Address'],
    ipv4IPIPTunnelAddr: undefined,
  };
  const labels = Object.fromEntries(
    Object.entries(draft.labels).filter(([name]) => kubeLabels[name] === undefined),
  );
  const annotations = { ...draft.annotations, [KUBE_LABELS]: undefined };
  const change = toJson({ labels, annotations, bgp });
  const isNothing = Object.values(change).every((part) => Object.keys(part as object).length === 0);
  if (isNothing && written === undefined) return;
  const metadata = { name: draft.name, labels, annotations };
  const manifest = { apiVersion: API_VERSION, kind: KIND, metadata, spec: { bgp } };
  try {
    applyManifest(cluster, JSON.stringify(manifest), draft.source);
  } catch (error) {
    throw error instanceof ManifestError ? validationError(error, KIND, draft) : error;
  }
}
