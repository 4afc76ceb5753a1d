/**
 * What kubectl says of itself and of the cluster: `version`, `cluster-info`, `config`,
 * `api-resources`, `options`.
 */
import { formatIpv4 } from '../../../../addr/ipv4';
import { tabwriter } from '../../../../base/tabwriter';
import { notModelled, printed } from '../../../../commands/command';
import { internalIpOf, nodeKind } from '../../../../k8s/resources/node';
import type { Cluster } from '../../../cluster';
import { goYaml } from '../../go-yaml';
import { ownError } from '../complaint';
import { GLOBAL_FLAGS } from '../global-flags';
import { apiVersionOf, qualifiedName, type ResourceType } from '../resource-type';
import { resourceTypes } from '../resource-types';
import type { Verb } from '../verb';

const VERSION = 'v1.30.4';
const CONTEXT = 'kubernetes-admin@kubernetes';
const STYLE = { minimumWidth: 6, padding: 3, padsLast: false };

export const versionVerb: Verb = {
  name: 'version',
  short: 'Print the client and server version information',
  usage: 'kubectl version [flags] [options]',
  flags: [
    { name: 'client', takes: 'switch' },
    { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
  ],
  run({ words }) {
    const client = `Client Version: ${VERSION}\nKustomize Version: v5.0.4-0.20230601165947-6ce0bf390ce3\n`;
    return printed(words.isOn('client') ? client : `${client}Server Version: ${VERSION}\n`);
  },
};

/** Where the API server listens: on the first node that is called control plane, or else the first. */
function apiServer({ control }: Cluster): string {
  const nodes = control.store.list(nodeKind);
  const isMaster = (labels: object) => 'node-role.kubernetes.io/control-plane' in labels;
  const master = nodes.find(({ metadata }) => isMaster(metadata.labels)) ?? nodes[0];
  if (master === undefined) {
    throw ownError('the cluster has no nodes, so nobody runs an API server');
  }
  return `https://${formatIpv4(internalIpOf(master))}:6443`;
}

const GREEN = '\u001b[0;32m';
const YELLOW = '\u001b[0;33m';
const PLAIN = '\u001b[0m';

export const clusterInfoVerb: Verb = {
  name: 'cluster-info',
  short: 'Display cluster information',
  usage: 'kubectl cluster-info [flags] [options]',
  flags: [],
  run({ cluster, words }) {
    if (words.operands.length > 0) throw notModelled(`kubectl cluster-info ${words.operands[0]}`);
    // It colours whether or not somebody looks at it.
    const line = `${GREEN}Kubernetes control plane${PLAIN} is running at ${YELLOW}${apiServer(cluster)}${PLAIN}`;
    const hint = "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.";
    return printed(`${line}\n\n${hint}\n`);
  },
};

export const configVerb: Verb = {
  name: 'config',
  short: 'Modify kubeconfig files',
  usage: 'kubectl config SUBCOMMAND [options]',
  flags: [
    { name: 'no-headers', takes: 'switch' },
    { name: 'output', letter: 'o', takes: 'text', isUnmodelled: true },
    { name: 'minify', takes: 'switch', isUnmodelled: true },
    { name: 'current', takes: 'switch', isUnmodelled: true },
  ],
  run({ words, cluster }) {
    switch (words.operands[0]) {
      case 'current-context':
        return printed(`${CONTEXT}\n`);
      case 'get-contexts': {
        const row = ['*', CONTEXT, 'kubernetes', 'kubernetes-admin', ''];
        const head = ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'];
        return printed(tabwriter(words.isOn('no-headers') ? [row] : [head, row], STYLE));
      }
      case 'get-clusters':
        return printed('NAME\nkubernetes\n');
      case 'get-users':
        return printed('NAME\nkubernetes-admin\n');
      case 'view':
        return printed(goYaml(kubeconfig(cluster)));
      default:
        throw notModelled(`kubectl config ${words.operands.join(' ')}`.trim());
    }
  },
};

/** As kubeadm writes it, with its secrets left out. */
function kubeconfig(cluster: Cluster) {
  const server = apiServer(cluster);
  const [name, user] = ['kubernetes', 'kubernetes-admin'];
  const authority = { 'certificate-authority-data': 'DATA+OMITTED', server };
  const secrets = {
    'client-certificate-data': 'DATA+OMITTED',
    'client-key-data': 'DATA+OMITTED',
  };
  return {
    apiVersion: 'v1',
    clusters: [{ cluster: authority, name }],
    contexts: [{ context: { cluster: name, user }, name: CONTEXT }],
    'current-context': CONTEXT,
    kind: 'Config',
    preferences: {},
    users: [{ name: user, user: secrets }],
  };
}

export const apiResourcesVerb: Verb = {
  name: 'api-resources',
  short: 'Print the supported API resources on the server',
  usage: 'kubectl api-resources [flags] [options]',
  flags: [
    { name: 'api-group', takes: 'text' },
    { name: 'namespaced', takes: 'switch' },
    { name: 'no-headers', takes: 'switch' },
    { name: 'cached', takes: 'switch' },
    { name: 'output', letter: 'o', takes: 'text' },
    { name: 'sort-by', takes: 'text', isUnmodelled: true },
    { name: 'verbs', takes: 'text', isUnmodelled: true },
    { name: 'categories', takes: 'text', isUnmodelled: true },
  ],
  run({ words }) {
    const group = words.text('api-group');
    const types = resourceTypes
      .filter((type) => group === undefined || type.group === group)
      .filter((type) => !words.has('namespaced') || type.isNamespaced === words.isOn('namespaced'))
      .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
    const format = words.text('output') ?? '';
    if (format === 'name') return printed(types.map((type) => `${qualifiedName(type)}\n`).join(''));
    if (format !== '') throw notModelled(`kubectl api-resources -o ${format}`);
    const rows = types.map((type) => [
      type.plural,
      type.shortNames.join(','),
      apiVersionOf(type),
      String(type.isNamespaced),
      type.kind,
    ]);
    const head = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];
    return printed(tabwriter(words.isOn('no-headers') ? rows : [head, ...rows], STYLE));
  },
};

function sortKey({ group, plural }: ResourceType): string {
  return `${group} ${plural}`;
}

export const optionsVerb: Verb = {
  name: 'options',
  short: 'List the options that all commands have',
  usage: 'kubectl options',
  flags: [],
  run() {
    const lines = GLOBAL_FLAGS.map(({ name, letter }) =>
      letter === undefined ? `        --${name}` : `    -${letter}, --${name}`,
    );
    const head = 'The following options can be passed to any command:\n\n';
    return printed(`${head}${lines.join('\n')}\n`);
  },
};
