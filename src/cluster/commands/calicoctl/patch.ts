/**
 * `calicoctl patch` (calicoctl/resourcemgr/resourcemgr.go): a strategic merge, which for Calico's kinds
 * replaces lists, whatever `--type` says: the others are read and not there yet in the real one.
 */
import { type CommandResult, NO_INPUT, printed } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import type { Json, JsonObject } from '../go-yaml';
import { CalicoError, FatalError } from './calico-error';
import type { CalicoRecord } from './calico-record';
import { wantedResources } from './config-command';
import { getRecord, located } from './datastore';
import { readRecord, type Wanted } from './load-records';
import type { ParsedWords } from './parse-words';

export function patch(words: ParsedWords, cluster: Cluster): CommandResult {
  const wanted = wantedResources(words, NO_INPUT);
  try {
    for (const one of wanted)
      patchOne(cluster, located(one, words), words.values.get('--patch') ?? '');
  } catch (error) {
    if (error instanceof CalicoError) throw new FatalError(`Hit error: ${error.message}`);
    throw error;
  }
  const [first] = wanted;
  return printed(`Successfully patched ${wanted.length} '${first?.type.kind}' resource\n`);
}

function patchOne(cluster: Cluster, wanted: Wanted, text: string): void {
  const record = getRecord(cluster, wanted);
  const change = parsePatch(text);
  const patched = readPatched(mergePatch(record, change) as JsonObject);
  try {
    patched.type.update(cluster, patched.draft);
  } catch (error) {
    if (!(error instanceof CalicoError)) throw error;
    throw new CalicoError(error.code, `updating existing resource: ${error.message}`);
  }
}

function parsePatch(text: string): JsonObject {
  let change: unknown;
  try {
    change = JSON.parse(text);
  } catch {
    change = undefined;
  }
  if (typeof change === 'object' && change !== null && !Array.isArray(change)) {
    return change as JsonObject;
  }
  throw new FatalError('Hit error: performing strategic merge patch: invalid JSON document');
}

function readPatched(value: JsonObject): Wanted {
  try {
    return readRecord(value, 'patch');
  } catch (error) {
    if (!(error instanceof FatalError)) throw error;
    const because = error.message.replace(/^Failed to execute command: /, '');
    throw new FatalError(`Hit error: creating resource from patched data: ${because}`);
  }
}

/** Objects are merged, `null` takes a field away, anything else replaces what was there. */
function mergePatch(
  target: CalicoRecord | Json | undefined,
  change: Json | undefined,
): Json | undefined {
  if (!isObject(change)) return change;
  const merged: Record<string, Json | undefined> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
