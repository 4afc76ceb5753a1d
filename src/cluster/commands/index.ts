/** The commands that speak to the API server instead of to a host. A new one is a folder and a line. */
import { calicoctl } from './calicoctl/calicoctl';
import type { ClusterCommand } from './cluster-command';
import { kubectl } from './kubectl/kubectl';

const clusterCommands: Readonly<Record<string, ClusterCommand>> = {
  calicoctl,
  k: kubectl,
  kubectl,
};

/** @returns `undefined` where there is no such command */
export function findClusterCommand(name: string): ClusterCommand | undefined {
  return Object.hasOwn(clusterCommands, name) ? clusterCommands[name] : undefined;
}
