/**
 * Several resources, each for itself: what is wrong with one does not keep the others from being
 * applied, as kubectl has it.
 */
import type { Pod } from '../k8s/resources/pod';
import type { Change } from '../k8s/store';
import { ManifestError } from '../manifest/manifest-error';
import type { Cluster } from './cluster';
import type { ControlPlane, HomelessPod } from './control-plane';
import { admit } from './kinds/admit';
import type { ParsedResource } from './kinds/parse-manifest';

/** What became of one resource. */
export type Outcome = Change | ManifestError;

/** A resource that is made when its turn comes, of what is there by then. @throws ManifestError */
export type Draft = (control: ControlPlane) => ParsedResource;

/** @param key names the change, as for `Cluster.change`: the same key means the same drafts */
export function applyEach(
  cluster: Cluster,
  key: string,
  drafts: readonly Draft[],
): readonly Outcome[] {
  return cluster.change(key, (control) => {
    const stored: (readonly [ParsedResource, Change])[] = [];
    const outcomes = drafts.map((draft): Outcome => {
      try {
        const one = draft(control);
        admit(one, control.store);
        const change = control.put(one.kind, one.resource);
        stored.push([one, change]);
        return change;
      } catch (error) {
        if (error instanceof ManifestError) return error;
        throw error;
      }
    });
    const refused = noAddresses(stored, control.settle());
    return outcomes.map((outcome) => refused.get(outcome) ?? outcome);
  });
}

/** The pods that are stored no longer, with the reason. */
function noAddresses(
  stored: readonly (readonly [ParsedResource, Change])[],
  homeless: readonly HomelessPod[],
): ReadonlyMap<Outcome, ManifestError> {
  const reasons = new Map(homeless.map(({ pod, why }) => [pod, why]));
  return new Map(
    stored.flatMap(([{ document, resource }, change]) => {
      const why = reasons.get(resource as Pod);
      if (why === undefined) return [];
      const says = `pod ${resource.metadata.name} gets no address: ${why}`;
      return [[change, document.errorAt(['metadata', 'name'], 'no-address', says)] as const];
    }),
  );
}
