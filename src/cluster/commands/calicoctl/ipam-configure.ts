/** `calicoctl ipam configure` (calicoctl/commands/ipam/configure.go): whether nodes may borrow. */
import { ipamConfigurationKind } from '../../../calico/resources/ipam-configuration';
import { type CommandResult, printed } from '../../../commands/command';
import { applyManifest } from '../../apply';
import type { Cluster } from '../../cluster';
import { FatalError } from './calico-error';
import type { ParsedWords } from './parse-words';

/** What Go's strconv.ParseBool takes. */
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

export function ipamConfigure({ values }: ParsedWords, cluster: Cluster): CommandResult {
  const text = values.get('--strictaffinity') ?? '';
  const strictAffinity = TRUE.includes(text);
  if (!strictAffinity && !FALSE.includes(text)) {
    throw new FatalError('Invalid value. Use true or false to set strictaffinity');
  }
  const { apiVersion, kind } = ipamConfigurationKind;
  const before = cluster.control.store.get(ipamConfigurationKind, 'default');
  const spec = { ...before?.spec, strictAffinity };
  const manifest = { apiVersion, kind, metadata: { name: 'default' }, spec };
  applyManifest(cluster, JSON.stringify(manifest), 'ipam configure');
  return printed(`Successfully set StrictAffinity to: ${strictAffinity}\n`);
}
