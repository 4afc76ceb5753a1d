/** v1 ServiceAccount; Calico makes a profile of each. */
import { z } from 'zod';
import type { Kind } from '../../manifest/kind';
import { namespacedMetadata } from './metadata';
import { opaqueList } from './opaque';

const schema = z
  .strictObject({
    apiVersion: z.literal('v1'),
    kind: z.literal('ServiceAccount'),
    metadata: namespacedMetadata(),
    automountServiceAccountToken: z.boolean().optional(),
    imagePullSecrets: opaqueList.optional(),
    secrets: opaqueList.optional(),
  })
  .transform(({ apiVersion, kind, metadata }) => ({ apiVersion, kind, metadata }));

export type ServiceAccount = z.output<typeof schema>;

export const serviceAccountKind: Kind<ServiceAccount> = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  aliases: [],
  plural: 'serviceaccounts',
  shortNames: ['sa'],
  isNamespaced: true,
  schema,
};
