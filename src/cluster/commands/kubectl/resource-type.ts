/**
 * A type of resource as the API server offers it (`kubectl api-resources`): its names, its columns
 * (kubernetes, pkg/printers/internalversion/printers.go; `additionalPrinterColumns` of a CRD), and
 * the objects that there are.
 */
import type { Kind } from '../../../manifest/kind';
import type { Cluster } from '../../cluster';
import { type ApiObject, textAt } from './api-object';
import { humanDuration } from './human-duration';

export interface Column {
  readonly heading: string;
  /** Only shown by `-o wide`. */
  readonly isWide?: true;
  /** @param nowMs the wall clock, in milliseconds since 1970 */
  readonly cell: (object: ApiObject, nowMs: number) => string;
}

export interface ResourceType {
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
  /** What is changed where somebody changes one; `undefined` of what Calico keeps for itself. */
  readonly stored: Kind | undefined;
  readonly columns: readonly Column[];
  /** Of all namespaces, by namespace and name. */
  list(cluster: Cluster): readonly ApiObject[];
  /** The one of that name, where it can be had without all the others. */
  find?(cluster: Cluster, name: string, namespace: string): ApiObject | undefined;
}

export const NAME: Column = { heading: 'NAME', cell: ({ metadata }) => metadata.name };

export const AGE: Column = {
  heading: 'AGE',
  cell: (object, nowMs) => ageOf(textAt(object, 'metadata', 'creationTimestamp'), nowMs),
};

/** How long ago an RFC 3339 time was. */
export function ageOf(time: string, nowMs: number): string {
  const beganMs = Date.parse(time);
  return Number.isNaN(beganMs) ? '<unknown>' : humanDuration((nowMs - beganMs) * 1000);
}

/** `ippools.crd.projectcalico.org`, or `pods` of the core group. */
export function qualifiedName({ plural, group }: ResourceType): string {
  return group === '' ? plural : `${plural}.${group}`;
}

/** As kubectl names an object in what it says of it: `pod/pod1`, `ippool.crd.projectcalico.org/one`. */
export function objectName({ singular, group }: ResourceType, name: string): string {
  return `${group === '' ? singular : `${singular}.${group}`}/${name}`;
}

export function apiVersionOf({ group, version }: ResourceType): string {
  return group === '' ? version : `${group}/${version}`;
}
