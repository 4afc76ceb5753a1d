/** `calicoctl label` (calicoctl/commands/label.go): one label on, or off, one resource. */
import { type CommandResult, printed } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import type { JsonObject } from '../go-yaml';
import { CalicoError, FatalError } from './calico-error';
import type { CalicoRecord } from './calico-record';
import { getRecord, located } from './datastore';
import type { Wanted } from './load-records';
import type { ParsedWords } from './parse-words';
import { findResourceType } from './resource-types';

export function label(words: ParsedWords, cluster: Cluster): CommandResult {
  const [kind = '', name = '', text = ''] = words.operands;
  const what = `${kind} ${name}`;
  const isRemoval = words.flags.has('--remove');
  const [key = '', value, ...rest] = isRemoval ? [text, ''] : text.split('=');
  if (value === undefined || rest.length > 0) throw new FatalError(`invalid label ${text}`);
  const type = findResourceType(kind);
  if (type === undefined) {
    throw new FatalError(`failed to get ${what}, error resource type '${kind}' is not supported`);
  }
  const draft = {
    name,
    namespace: undefined,
    labels: {},
    annotations: {},
    spec: {},
    source: 'label',
  };
  const { wanted, record } = find({ type, draft, resourceVersion: '' }, words, cluster, what);
  const before = record.metadata.labels ?? {};
  const old = before[key];
  if (isRemoval && old === undefined) {
    throw new FatalError(`can not remove label of ${what}, key ${key} does not exist`);
  }
  if (!isRemoval && old !== undefined && old !== value && !words.flags.has('--overwrite')) {
    throw new FatalError(
      `failed to update label of ${what}, key ${key} is already present. please use '--overwrite' to set a new value.`,
    );
  }
  const labels = { ...before, [key]: isRemoval ? undefined : value };
  save(wanted, record, labels, cluster, what);
  if (isRemoval) return printed(`Successfully removed label ${key} from ${what}\n`);
  const done = old === undefined ? 'set' : 'updated';
  return printed(`Successfully ${done} label ${key} on ${what}\n`);
}

function find(one: Wanted, words: ParsedWords, cluster: Cluster, what: string) {
  try {
    const wanted = located(one, words);
    return { wanted, record: getRecord(cluster, wanted) };
  } catch (error) {
    // An error of one resource leaves calicoctl without any.
    if (error instanceof CalicoError) throw new FatalError(`${what} not found`);
    throw error;
  }
}

function save(
  { type, draft }: Wanted,
  record: CalicoRecord,
  labels: JsonObject,
  cluster: Cluster,
  what: string,
): void {
  const { spec, metadata } = record;
  const annotations = metadata.annotations ?? {};
  try {
    type.update(cluster, { ...draft, labels: withoutUndefined(labels), annotations, spec });
  } catch (error) {
    if (!(error instanceof CalicoError)) throw error;
    throw new FatalError(`failed to update ${what}, label not changed`);
  }
}

function withoutUndefined(labels: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== undefined));
}
