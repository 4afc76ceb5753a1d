/** Every kind that calicoctl can be asked for. A new one is a file beside this and a line here. */
import { notModelled } from '../../../netfilter/command-error';
import { clusterInformationType } from './cluster-information-type';
import { nodeType } from './node-type';
import { profileType } from './profile-type';
import type { ResourceType } from './resource-type';
import { storedTypes } from './stored-types';
import { workloadEndpointType } from './workload-endpoint-type';

const resourceTypes: readonly ResourceType[] = [
  ...storedTypes,
  clusterInformationType,
  nodeType,
  profileType,
  workloadEndpointType,
];

/** Kinds that calicoctl knows and nothing here has. */
const NOT_MODELLED: readonly (readonly [kind: string, names: RegExp, because: string])[] = [
  [
    'KubeControllersConfiguration',
    /^kubecontrollersconfig(uration)?s?$/,
    'there are no kube-controllers',
  ],
  ['BGPFilter', /^bgpfilters?$/, 'no route is filtered'],
  ['CalicoNodeStatus', /^(caliconodestatus(es)?|nodestatus(es)?)$/, 'ask calicoctl node status'],
  ['Tier', /^tiers?$/, 'no policy is programmed'],
];

/** @returns `undefined` where calicoctl has never heard of it @throws CommandError */
export function findResourceType(word: string): ResourceType | undefined {
  const name = word.toLowerCase();
  const missing = NOT_MODELLED.find(([, names]) => names.test(name));
  if (missing !== undefined) throw notModelled(`${missing[0]}: ${missing[2]}`);
  return resourceTypes.find(({ names }) => names.includes(name));
}

/** The type of the `kind` that a file names. @throws CommandError */
export function resourceTypeOf(kind: string): ResourceType | undefined {
  const missing = NOT_MODELLED.find(([name]) => name === kind);
  if (missing !== undefined) throw notModelled(`${missing[0]}: ${missing[2]}`);
  return resourceTypes.find((type) => type.kind === kind);
}
