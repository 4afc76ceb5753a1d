/** v1 Namespace. */
import { z } from 'zod';
import type { Kind } from '../../manifest/kind';
import { clusterMetadata } from './metadata';
import { labelName } from './names';
import { opaqueMap } from './opaque';

const schema = z
  .strictObject({
    apiVersion: z.literal('v1'),
    kind: z.literal('Namespace'),
    metadata: clusterMetadata(labelName),
    spec: z.strictObject({ finalizers: z.array(z.string()).optional() }).optional(),
    status: opaqueMap.optional(),
  })
  .transform(({ apiVersion, kind, metadata }) => ({ apiVersion, kind, metadata }));

export type Namespace = z.output<typeof schema>;

export const namespaceKind: Kind<Namespace> = {
  apiVersion: 'v1',
  kind: 'Namespace',
  aliases: [],
  plural: 'namespaces',
  shortNames: ['ns'],
  isNamespaced: false,
  schema,
};
