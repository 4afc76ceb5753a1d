/** A resource as a YAML document that reads back equal, here and on a cluster. */
import { stringify } from 'yaml';
import { YAML_OPTIONS } from './yaml-options';

export function renderManifest(resource: object): string {
  return stringify(resource, {
    ...YAML_OPTIONS,
    // Two of the same object in a resource are two values, not an anchor and its alias.
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
}
