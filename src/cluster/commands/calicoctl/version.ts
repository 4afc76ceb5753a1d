/** `calicoctl version` (calicoctl/commands/version.go): the client is of the cluster's own release. */
import { type CommandResult, printed } from '../../../commands/command';
import { notModelled } from '../../../netfilter/command-error';
import type { Cluster } from '../../cluster';
import { specText } from './calico-record';
import { clusterInformationType } from './cluster-information-type';
import type { ParsedWords } from './parse-words';

/** What the releases' binaries say: the commit of each tag of projectcalico/calico. */
const COMMITS: Readonly<Record<string, string>> = {
  'v3.23.5': '9e0398360',
  'v3.24.6': 'f5ea15dc4',
  'v3.25.0': '3f7fe4d29',
  'v3.25.2': '978a0e4bc',
  'v3.26.1': 'b1d192c95',
  'v3.26.5': '90bd9a548',
  'v3.27.0': '711528eeb',
  'v3.27.3': '638464f94',
  'v3.27.5': '62ef945dc',
  'v3.28.0': '413e6f559',
  'v3.28.1': '601856343',
  'v3.28.2': '9a96ee39f',
  'v3.28.5': '1bf7ccd12',
  'v3.29.7': '82fd18c20',
  'v3.30.0': '572a32dd9',
};

export function version({ values }: ParsedWords, cluster: Cluster): CommandResult {
  const poll = values.get('--poll') ?? '0';
  if (!/^0[a-z]*$/.test(poll)) throw notModelled('--poll: the version does not change');
  const [information] = clusterInformationType.list(cluster);
  const field = (name: string) => (information && specText(information, name)) || 'unknown';
  const release = field('calicoVersion');
  const lines = [
    `Client Version:    ${release}`,
    `Git commit:        ${COMMITS[release] ?? 'unknown'}`,
    `Cluster Version:   ${release}`,
    `Cluster Type:      ${field('clusterType')}`,
  ];
  return printed(`${lines.join('\n')}\n`);
}
