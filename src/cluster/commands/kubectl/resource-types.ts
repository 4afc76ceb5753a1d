/** Every type of resource that the API server offers. A new one is a file in types/ and a line here. */
import { notModelled } from '../../../commands/command';
import { ownError } from './complaint';
import { apiVersionOf, type ResourceType } from './resource-type';
import { absentTypes, UNLISTED_TYPES } from './types/absent-types';
import { calicoCrds } from './types/calico-crds';
import { blockAffinityType, ipamBlockType, ipamHandleType } from './types/calico-ipam';
import { eventType } from './types/event-type';
import { namespaceType } from './types/namespace-type';
import { nodeType } from './types/node-type';
import { podType } from './types/pod-type';
import { serviceAccountType } from './types/service-account-type';
import { underlayType } from './types/underlay-type';

/** In the order in which a name is looked up: the core group first. */
export const resourceTypes: readonly ResourceType[] = [
  eventType,
  namespaceType,
  nodeType,
  podType,
  serviceAccountType,
  ...absentTypes,
  ...calicoCrds,
  blockAffinityType,
  ipamBlockType,
  ipamHandleType,
  underlayType,
];

/** What `kubectl get all` means, as far as there may be some. */
export const allCategory: readonly ResourceType[] = [podType];

/**
 * The type that a word names: `pods`, `po`, `Pod`, `ippools.crd.projectcalico.org`,
 * `ippools.v1.crd.projectcalico.org`.
 */
export function findResourceType(word: string): ResourceType | undefined {
  const wanted = word.toLowerCase();
  return resourceTypes.find((type) => namesOf(type).includes(wanted));
}

/** The type of a document. */
export function resourceTypeOf(apiVersion: string, kind: string): ResourceType | undefined {
  return resourceTypes.find((type) => type.kind === kind && apiVersionOf(type) === apiVersion);
}

/** @throws KubectlError */
export function resourceTypeNamed(word: string): ResourceType {
  const type = findResourceType(word);
  if (type === undefined) {
    if (UNLISTED_TYPES.has(word.toLowerCase())) throw notModelled(`kubectl: ${word}`);
    throw ownError(`the server doesn't have a resource type "${word}"`);
  }
  return type;
}

function namesOf(type: ResourceType): readonly string[] {
  const { plural, singular, shortNames, group, version } = type;
  const short = [plural, singular, ...shortNames];
  if (group === '') return short;
  return [
    ...short,
    ...[plural, singular].flatMap((name) => [`${name}.${group}`, `${name}.${version}.${group}`]),
  ];
}
