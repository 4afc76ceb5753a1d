/**
 * v1 Pod: where it runs, what is in it, and the settings that its network takes from it. All fields
 * of the real PodSpec are known, so a wrong one is noticed; those that no packet notices stay as they
 * were written.
 */
import { z } from 'zod';
import type { Kind } from '../../manifest/kind';
import { withRules } from '../../manifest/rule';
import { container } from './container';
import { namespacedMetadata } from './metadata';
import { subdomainName } from './names';
import { opaqueList, opaqueMap } from './opaque';

const GRACE_SECONDS = 30;

const containers = withRules(z.array(container).min(1), [
  {
    says: 'two containers have the same name',
    broken: (list) => new Set(list.map(({ name }) => name)).size < list.length,
  },
]);

const withoutEffect = {
  activeDeadlineSeconds: z.int().optional(),
  affinity: opaqueMap.optional(),
  automountServiceAccountToken: z.boolean().optional(),
  dnsConfig: opaqueMap.optional(),
  dnsPolicy: z.enum(['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']).optional(),
  enableServiceLinks: z.boolean().optional(),
  ephemeralContainers: z.array(container).optional(),
  hostAliases: opaqueList.optional(),
  hostIPC: z.boolean().optional(),
  hostPID: z.boolean().optional(),
  hostUsers: z.boolean().optional(),
  hostname: z.string().optional(),
  hostnameOverride: z.string().optional(),
  imagePullSecrets: opaqueList.optional(),
  initContainers: z.array(container).optional(),
  nodeSelector: z.record(z.string(), z.string()).optional(),
  os: opaqueMap.optional(),
  overhead: opaqueMap.optional(),
  preemptionPolicy: z.string().optional(),
  priority: z.int().optional(),
  priorityClassName: z.string().optional(),
  readinessGates: opaqueList.optional(),
  resourceClaims: opaqueList.optional(),
  resources: opaqueMap.optional(),
  restartPolicy: z.enum(['Always', 'OnFailure', 'Never']).optional(),
  runtimeClassName: z.string().optional(),
  schedulerName: z.string().optional(),
  schedulingGates: opaqueList.optional(),
  securityContext: opaqueMap.optional(),
  serviceAccount: z.string().optional(),
  setHostnameAsFQDN: z.boolean().optional(),
  shareProcessNamespace: z.boolean().optional(),
  subdomain: z.string().optional(),
  tolerations: opaqueList.optional(),
  topologySpreadConstraints: opaqueList.optional(),
  volumes: opaqueList.optional(),
  workloadRef: opaqueMap.optional(),
};

const spec = z.strictObject({
  nodeName: z.string({
    error: ({ input }) =>
      input === undefined
        ? 'required: there is no scheduler here, so a pod names the node that it runs on'
        : undefined,
  }),
  containers,
  hostNetwork: z.boolean().default(false),
  serviceAccountName: subdomainName.default('default'),
  terminationGracePeriodSeconds: z.int().min(0).default(GRACE_SECONDS),
  ...withoutEffect,
});

const schema = z
  .strictObject({
    apiVersion: z.literal('v1'),
    kind: z.literal('Pod'),
    metadata: namespacedMetadata(),
    spec,
    status: opaqueMap.optional(),
  })
  .transform(({ apiVersion, kind, metadata, spec }) => ({ apiVersion, kind, metadata, spec }));

export type Pod = z.output<typeof schema>;

export const podKind: Kind<Pod> = {
  apiVersion: 'v1',
  kind: 'Pod',
  aliases: [],
  plural: 'pods',
  shortNames: ['po'],
  isNamespaced: true,
  schema,

  validateUpdate(before, after) {
    // The API server lets a pod's image change, and little else (pkg/apis/core/validation).
    if (before.spec.nodeName !== after.spec.nodeName) {
      const says = `a pod stays on its node, here ${before.spec.nodeName}; delete it first`;
      return { path: ['spec', 'nodeName'], says };
    }
    if (before.spec.hostNetwork !== after.spec.hostNetwork) {
      return { path: ['spec', 'hostNetwork'], says: 'a pod keeps its network; delete it first' };
    }
    return undefined;
  },
};
