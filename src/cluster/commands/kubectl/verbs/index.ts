/** Every verb of kubectl that is known. A new one is a file beside this and a line here. */
import { unmodelledVerb, type Verb } from '../verb';
import { apiResourcesVerb, clusterInfoVerb, configVerb, optionsVerb, versionVerb } from './about';
import { applyVerb } from './apply';
import { cordonVerb, uncordonVerb } from './cordon';
import { createVerb } from './create';
import { deleteVerb } from './delete';
import { describeVerb } from './describe';
import { execVerb } from './exec';
import { getVerb } from './get';
import { annotateVerb, labelVerb } from './label';
import { patchVerb } from './patch';
import { replaceVerb } from './replace';
import { runVerb } from './run';

const unmodelledVerbs: readonly Verb[] = [
  ['expose', 'Expose a resource as a new Kubernetes service'],
  ['set', 'Set specific features on objects'],
  ['explain', 'Get documentation for a resource'],
  ['edit', 'Edit a resource on the server'],
  ['rollout', 'Manage the rollout of a resource'],
  ['scale', 'Set a new size for a deployment, replica set, or replication controller'],
  ['autoscale', 'Auto-scale a deployment, replica set, stateful set, or replication controller'],
  ['certificate', 'Modify certificate resources'],
  ['top', 'Display resource (CPU/memory) usage'],
  ['drain', 'Drain node in preparation for maintenance'],
  ['taint', 'Update the taints on one or more nodes'],
  ['logs', 'Print the logs for a container in a pod'],
  ['attach', 'Attach to a running container'],
  ['port-forward', 'Forward one or more local ports to a pod'],
  ['proxy', 'Run a proxy to the Kubernetes API server'],
  ['cp', 'Copy files and directories to and from containers'],
  ['auth', 'Inspect authorization'],
  ['debug', 'Create debugging sessions for troubleshooting workloads and nodes'],
  ['events', 'List events'],
  ['diff', 'Diff the live version against a would-be applied version'],
  ['wait', 'Experimental: Wait for a specific condition on one or many resources'],
  ['kustomize', 'Build a kustomization target from a directory or URL'],
  [
    'completion',
    'Output shell completion code for the specified shell (bash, zsh, fish, or powershell)',
  ],
  [
    'api-versions',
    'Print the supported API versions on the server, in the form of "group/version"',
  ],
  ['plugin', 'Provides utilities for interacting with plugins'],
].map(([name = '', short = '']) => unmodelledVerb(name, short));

export const verbs: readonly Verb[] = [
  createVerb,
  runVerb,
  getVerb,
  describeVerb,
  deleteVerb,
  applyVerb,
  patchVerb,
  replaceVerb,
  labelVerb,
  annotateVerb,
  execVerb,
  cordonVerb,
  uncordonVerb,
  versionVerb,
  clusterInfoVerb,
  configVerb,
  apiResourcesVerb,
  optionsVerb,
  ...unmodelledVerbs,
];

export function findVerb(name: string): Verb | undefined {
  return verbs.find((verb) => verb.name === name);
}
