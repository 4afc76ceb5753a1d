/** v1 Node, as far as packets care: its name, its labels and its address. */
import { z } from 'zod';
import { type Ipv4, parseIpv4 } from '../../addr/ipv4';
import { invariant } from '../../base/invariant';
import type { Kind } from '../../manifest/kind';
import { withRules } from '../../manifest/rule';
import { networkText } from './addresses';
import { clusterMetadata } from './metadata';
import { opaqueList, opaqueMap } from './opaque';

const address = z.strictObject({
  type: z.enum(['InternalIP', 'ExternalIP', 'Hostname', 'InternalDNS', 'ExternalDNS']),
  address: z.string(),
});

type Addresses = readonly z.output<typeof address>[];

const isInternal = ({ type, address: text }: Addresses[number]) =>
  type === 'InternalIP' && parseIpv4(text) !== undefined;

const addresses = withRules(z.array(address), [
  {
    says: 'must hold an entry of type InternalIP with an IPv4 address',
    broken: (list) => !list.some(isInternal),
  },
]);

const schema = z
  .strictObject({
    apiVersion: z.literal('v1'),
    kind: z.literal('Node'),
    metadata: clusterMetadata(),
    spec: z
      .strictObject({
        configSource: opaqueMap.optional(),
        externalID: z.string().optional(),
        podCIDR: networkText.optional(),
        podCIDRs: z.array(networkText).optional(),
        providerID: z.string().optional(),
        taints: opaqueList.optional(),
        unschedulable: z.boolean().optional(),
      })
      .default({}),
    status: z.strictObject({
      addresses,
      allocatable: opaqueMap.optional(),
      capacity: opaqueMap.optional(),
      conditions: opaqueList.optional(),
      config: opaqueMap.optional(),
      daemonEndpoints: opaqueMap.optional(),
      declaredFeatures: z.array(z.string()).optional(),
      features: opaqueMap.optional(),
      images: opaqueList.optional(),
      nodeInfo: opaqueMap.optional(),
      phase: z.string().optional(),
      runtimeHandlers: opaqueList.optional(),
      volumesAttached: opaqueList.optional(),
      volumesInUse: z.array(z.string()).optional(),
    }),
  })
  .transform(({ apiVersion, kind, metadata, spec, status }) => ({
    apiVersion,
    kind,
    metadata,
    spec,
    status: { addresses: status.addresses, nodeInfo: status.nodeInfo },
  }));

export type Node = z.output<typeof schema>;

export const nodeKind: Kind<Node> = {
  apiVersion: 'v1',
  kind: 'Node',
  aliases: [],
  plural: 'nodes',
  shortNames: ['no'],
  isNamespaced: false,
  schema,
};

/** The address at which the other nodes reach this one: its first InternalIP of IPv4. */
export function internalIpOf(node: Node): Ipv4 {
  const found = parseIpv4(node.status.addresses.find(isInternal)?.address ?? '');
  invariant(found !== undefined, `node ${node.metadata.name} has an InternalIP`);
  return found;
}
