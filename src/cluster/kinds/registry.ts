/** Every kind that a manifest may hold, and how a kind is found by what people call it. */
import type { z } from 'zod';
import { calicoKinds } from '../../calico/resources/index';
import { k8sKinds } from '../../k8s/resources/index';
import type { Kind } from '../../manifest/kind';
import { underlayKind } from '../underlay-kind';

// Kubernetes' own come first: `networkpolicy` and `node` mean them, as they do to kubectl.
const allKinds = [...k8sKinds, ...calicoKinds, underlayKind] as const;

/** Any resource, told apart by `apiVersion` and `kind`. */
export type Resource = z.output<(typeof allKinds)[number]['schema']>;

export const kinds: readonly Kind[] = allKinds;

/** The kind that a document names. */
export function kindOf(apiVersion: unknown, kind: unknown): Kind | undefined {
  return kinds.find((candidate) =>
    [candidate, ...candidate.aliases].some(
      (name) => name.apiVersion === apiVersion && name.kind === kind,
    ),
  );
}

/**
 * The kind of a word on a command line: `pod`, `pods`, `po`, `ippool`; in full with its group where
 * two kinds share a name: `networkpolicies.projectcalico.org`.
 */
export function findKind(word: string): Kind | undefined {
  const [name = '', ...group] = word.toLowerCase().split('.');
  return kinds.find((kind) => {
    const isGroup = group.length === 0 || groupOf(kind) === group.join('.');
    return isGroup && namesOf(kind).includes(name);
  });
}

/** All that `findKind` knows, for messages. */
export function kindNames(): readonly string[] {
  return [...new Set(kinds.map(({ plural }) => plural))];
}

function namesOf({ kind, plural, shortNames }: Kind): readonly string[] {
  return [kind.toLowerCase(), plural, ...shortNames];
}

function groupOf({ apiVersion }: Kind): string {
  return apiVersion.split('/').slice(0, -1).join('/');
}
