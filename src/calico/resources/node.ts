/**
 * Node of projectcalico.org/v3: what calico-node knows about a host besides Kubernetes' own Node
 * (libcalico-go, lib/apis/v3/node.go).
 */
import { z } from 'zod';
import { interfaceAddressText, ipv4Text } from '../../k8s/resources/addresses';
import { opaqueList, opaqueMap } from '../../k8s/resources/opaque';
import { calicoKind, clusterSchema } from './calico-kind';
import { addressText, asNumber, text } from './fields';

const bgp = z.strictObject({
  asNumber,
  /** With the length of the subnet, which decides what CrossSubnet takes for the same subnet. */
  ipv4Address: interfaceAddressText.optional(),
  ipv4IPIPTunnelAddr: ipv4Text.optional(),
  ipv6Address: text,
  routeReflectorClusterID: ipv4Text.optional(),
});

const spec = z
  .strictObject({
    addresses: z.array(z.strictObject({ address: z.string(), type: text })).optional(),
    bgp: bgp.optional(),
    ipv4VXLANTunnelAddr: ipv4Text.optional(),
    ipv6VXLANTunnelAddr: addressText.optional(),
    orchRefs: opaqueList.optional(),
    vxlanTunnelMACAddr: text,
    vxlanTunnelMACAddrV6: text,
    wireguard: opaqueMap.optional(),
  })
  .default({});

const schema = clusterSchema('Node', spec)
  .extend({ status: opaqueMap.optional() })
  .transform(({ apiVersion, kind, metadata, spec }) => ({ apiVersion, kind, metadata, spec }));

export type CalicoNode = z.output<typeof schema>;

export const calicoNodeKind = calicoKind<CalicoNode>(schema, {
  kind: 'Node',
  plural: 'nodes',
  shortNames: [],
  isNamespaced: false,
});
