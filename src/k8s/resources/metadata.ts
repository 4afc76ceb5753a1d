/**
 * `metadata` of a resource (k8s.io/apimachinery, ObjectMeta). What only a server writes is read, so
 * that `kubectl get -o yaml` can be applied again, and left out.
 */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { isLabelValue, isQualifiedName, labelName, subdomainName } from './names';
import { opaqueMap } from './opaque';

const SYNTAX = "an optional prefix and '/', then up to 63 letters, digits, '-', '_' or '.'";

const labels = withRules(z.record(z.string(), z.string()), [
  {
    says: `a label's name is ${SYNTAX}`,
    broken: (map) => !Object.keys(map).every(isQualifiedName),
  },
  {
    says: "a label's value is up to 63 letters, digits, '-', '_' or '.'",
    broken: (map) => !Object.values(map).every(isLabelValue),
  },
]);

const annotations = withRules(z.record(z.string(), z.string()), [
  {
    says: `an annotation's name is ${SYNTAX}`,
    broken: (map) => !Object.keys(map).every((key) => isQualifiedName(key.toLowerCase())),
  },
]);

const writtenByServer = {
  creationTimestamp: z.string().optional(),
  deletionGracePeriodSeconds: z.int().optional(),
  deletionTimestamp: z.string().optional(),
  finalizers: z.array(z.string()).optional(),
  generateName: z.string().optional(),
  generation: z.int().optional(),
  managedFields: z.array(opaqueMap).optional(),
  ownerReferences: z.array(opaqueMap).optional(),
  resourceVersion: z.string().optional(),
  selfLink: z.string().optional(),
  uid: z.string().optional(),
};

/** Of a resource that belongs to the whole cluster. */
export function clusterMetadata(name: z.ZodType<string> = subdomainName) {
  return z
    .strictObject({
      name,
      labels: labels.default({}),
      annotations: annotations.default({}),
      ...writtenByServer,
    })
    .transform((metadata) => ({
      name: metadata.name,
      labels: metadata.labels,
      annotations: metadata.annotations,
    }));
}

/** Of a resource in a namespace: `default` where it names none. */
export function namespacedMetadata(name: z.ZodType<string> = subdomainName) {
  return z
    .strictObject({
      name,
      namespace: labelName.default('default'),
      labels: labels.default({}),
      annotations: annotations.default({}),
      ...writtenByServer,
    })
    .transform((metadata) => ({
      name: metadata.name,
      namespace: metadata.namespace,
      labels: metadata.labels,
      annotations: metadata.annotations,
    }));
}
