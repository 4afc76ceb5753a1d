/**
 * What Calico's kinds have in common: one shape, and two ways to be written, as calicoctl does
 * (`projectcalico.org/v3`) and as kubectl does without Calico's API server (`crd.projectcalico.org/v1`).
 */
import { z } from 'zod';
import { clusterMetadata, namespacedMetadata } from '../../k8s/resources/metadata';
import type { AnyResource, Kind } from '../../manifest/kind';

const API_VERSION = 'projectcalico.org/v3';
const CRD_API_VERSION = 'crd.projectcalico.org/v1';

export function clusterSchema<Name extends string, Spec extends z.ZodType>(name: Name, spec: Spec) {
  return z.strictObject({
    apiVersion: z.literal(API_VERSION),
    kind: z.literal(name),
    metadata: clusterMetadata(),
    spec,
  });
}

export function namespacedSchema<Name extends string, Spec extends z.ZodType>(
  name: Name,
  spec: Spec,
) {
  return z.strictObject({
    apiVersion: z.literal(API_VERSION),
    kind: z.literal(name),
    metadata: namespacedMetadata(),
    spec,
  });
}

interface Names {
  readonly kind: string;
  readonly plural: string;
  readonly shortNames: readonly string[];
  readonly isNamespaced: boolean;
  /** Other names of the kind in the two groups. */
  readonly otherNames?: readonly string[];
}

export function calicoKind<Resource extends AnyResource>(
  schema: z.ZodType<Resource>,
  { kind, plural, shortNames, isNamespaced, otherNames = [] }: Names,
  validateUpdate: Kind<Resource>['validateUpdate'] = () => undefined,
): Kind<Resource> {
  return {
    apiVersion: API_VERSION,
    kind,
    aliases: [
      ...[kind, ...otherNames].map((name) => ({ apiVersion: CRD_API_VERSION, kind: name })),
      ...otherNames.map((name) => ({ apiVersion: API_VERSION, kind: name })),
    ],
    plural,
    shortNames,
    isNamespaced,
    schema,
    validateUpdate,
  };
}
