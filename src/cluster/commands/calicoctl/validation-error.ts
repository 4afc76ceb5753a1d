/**
 * Why a resource is refused, in the words of libcalico-go (lib/validator/v3, lib/clientv3/ippool.go).
 * What our schemas find is Calico's own where a CRD says it too; the rest is framed as Calico frames
 * it: the field by the name that it has in Go, its value, the reason.
 */
import type { ManifestError } from '../../../manifest/manifest-error';
import { type CommandError, notModelled } from '../../../netfilter/command-error';
import type { Json, JsonObject } from '../go-yaml';
import { CalicoError, doesNotExist, fieldError } from './calico-error';
import type { Draft } from './resource-type';

interface Words {
  readonly ours: RegExp;
  readonly field: string;
  readonly theirs: string;
}

/** What libcalico-go says of pools, where the CRD and we say it otherwise. */
const POOL_WORDS: readonly Words[] = [
  {
    ours: /ipipMode and vxlanMode cannot both/,
    field: 'vxlanMode',
    theirs: 'Cannot enable both VXLAN and IPIP on the same IPPool',
  },
  {
    ours: /IPIP is not supported on IPv6/,
    field: 'ipipMode',
    theirs: 'IPIP is not supported on an IPv6 IP pool',
  },
  { ours: /^CIDR cannot be changed/, field: 'cidr', theirs: 'IPPool CIDR cannot be modified' },
  {
    ours: /^Block size cannot be changed/,
    field: 'blockSize',
    theirs: 'IPPool BlockSize cannot be modified',
  },
  { ours: /must be strictly masked/, field: 'cidr', theirs: 'IPPool CIDR is not strictly masked' },
  { ours: /^must be a CIDR/, field: 'cidr', theirs: 'IPPool CIDR must be a valid subnet' },
  {
    ours: /link local range 169/,
    field: 'cidr',
    theirs: 'IPPool CIDR overlaps with IPv4 Link Local range 169.254.0.0/16',
  },
  {
    ours: /link local range fe80/,
    field: 'cidr',
    theirs: 'IPPool CIDR overlaps with IPv6 Link Local range fe80::/10',
  },
  {
    ours: /^blockSize must be between/,
    field: 'blockSize',
    theirs: 'IPv4 block size must be between 20 and 32',
  },
];

/** Go's validator names the tag of the field that it stumbled over. */
const TAGS: Readonly<Record<string, string>> = {
  ipipMode: 'ipIpMode',
  vxlanMode: 'vxlanMode',
  nodeSelector: 'selector',
  peerSelector: 'selector',
  selector: 'selector',
  logSeverityScreen: 'logLevel',
};

const PLACE = /^([\w.[\]/-]+): /;

/** @param kind `IPPool` */
export function validationError(
  error: ManifestError,
  kind: string,
  draft: Draft,
): CalicoError | CommandError {
  const [place = '', path = ''] = PLACE.exec(error.reason) ?? [];
  const reason = error.reason.slice(place.length);
  if (error.code === 'not-modelled') return notModelled(error.reason);
  if (error.code === 'unknown-namespace') {
    const because = `namespaces "${draft.namespace}" not found`;
    return doesNotExist({ kind, name: draft.name, namespace: draft.namespace }, because);
  }
  if (path === 'metadata.name' && draft.name === '') {
    return fieldError('Metadata.Name', '', 'field must be set for a Create request');
  }
  const field = path.replace(/^spec\./, '');
  const words = kind === 'IPPool' ? POOL_WORDS.find(({ ours }) => ours.test(reason)) : undefined;
  if (words !== undefined) return poolError(words.field, draft.spec, words.theirs);
  if (kind === 'IPPool' && error.code === 'required') {
    return poolError(field, draft.spec, `IPPool ${goName(field)} must be specified`);
  }
  const tag = error.code === 'invalid' ? TAGS[field] : undefined;
  const why = tag && `Reason: failed to validate Field: ${goName(field)} because of Tag: ${tag} `;
  if (why !== undefined) return fieldError(goName(field), valueAt(draft.spec, field), why);
  if (kind === 'IPPool') return poolError(field, draft.spec, reason);
  if (field === '') return new CalicoError('invalid', reason);
  return fieldError(`${kind}.Spec.${goName(field)}`, valueAt(draft.spec, field), reason);
}

function poolError(field: string, spec: JsonObject, reason: string): CalicoError {
  return fieldError(`IPPool.Spec.${goName(field)}`, valueAt(spec, field), reason);
}

/** `natOutgoing` is `NATOutgoing` in Go, `bgp.asNumber` is `BGP.ASNumber`. */
function goName(path: string): string {
  return path
    .split('.')
    .map((name) =>
      name.replace(/^(cidr|ipip|ip|vxlan|nat|as|bgp)(?=[A-Z]|$)/, upper).replace(/^./, upper),
    )
    .join('.');
}

function upper(text: string): string {
  return text.toUpperCase();
}

function valueAt(spec: JsonObject, path: string): string {
  let value: Json | undefined = spec;
  for (const name of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    value = (value as JsonObject | undefined | null)?.[name];
  }
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
