/** `calicoctl get` (calicoctl/commands/get.go). */
import type { CommandInput, CommandResult } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import { FatalError } from './calico-error';
import { withoutServerFields } from './calico-record';
import { forEachWanted, wantedResources } from './config-command';
import { getOrList } from './datastore';
import type { Wanted } from './load-records';
import type { ParsedWords } from './parse-words';
import { type Found, printerFor } from './print-records';

export function get(words: ParsedWords, cluster: Cluster, input: CommandInput): CommandResult {
  const { operands, values, flags } = words;
  const hasNamespaces = flags.has('--all-namespaces') || (values.get('--namespace') ?? '') !== '';
  const print = printerFor(values.get('--output') ?? 'ps', hasNamespaces, input.files);
  const found: Found[] = [];
  const { errors } = forEachWanted(wantedBy(words, input), words, (one) => {
    found.push(getOrList(cluster, one));
  });
  const isExport = flags.has('--export') && operands.length > 1;
  const shown = isExport ? found.map(exported) : found;
  const stderr = errors.length === 0 ? '' : `${errors.join('\n')}\n`;
  return { stdout: print(shown, cluster), stderr, exit: errors.length === 0 ? 0 : 1 };
}

function wantedBy(words: ParsedWords, input: CommandInput): readonly Wanted[] {
  try {
    return wantedResources(words, input);
  } catch (error) {
    if (!(error instanceof FatalError) || error.message.startsWith('Failed')) throw error;
    throw new FatalError(`Failed to get resources: ${error.message}`);
  }
}

function exported(one: Found): Found {
  return 'record' in one ? { type: one.type, record: withoutServerFields(one.record) } : one;
}
