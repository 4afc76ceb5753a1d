/**
 * The rules of simulated nodes, given to the real ipset and iptables in a real network namespace, are
 * listed there as they are listed here; and what the real ones save, ours read. Only root can ask;
 * with `CALICUMBER_COMPULSORY=1` the question must be asked.
 */
import { expect } from 'chai';
import {
  type CommandInput,
  type Distribution,
  type ImmediateCommand,
  NO_INPUT,
} from '../commands/command';
import { ipset } from '../commands/ipset/ipset';
import { iptables } from '../commands/iptables/iptables';
import { iptablesRestore } from '../commands/iptables/iptables-restore';
import { iptablesSave } from '../commands/iptables/iptables-save';
import { twoHosts } from '../commands/testing/two-hosts';
import type { Netns } from '../kernel/netns';
import { applyManifest } from './apply';
import type { Cluster } from './cluster';
import { applyPods, hostOf, kans, patchPool } from './testing/labs';
import { askRealTools, distributionOfRealTools, needsRoot } from './testing/real-tools';

const TOOLS: Readonly<Record<string, ImmediateCommand>> = {
  ipset,
  iptables,
  'iptables-save': iptablesSave,
  'iptables-restore': iptablesRestore,
};

const LISTINGS = [
  'iptables-save',
  ...['filter', 'nat', 'mangle', 'raw'].flatMap((table) => [
    `iptables -t ${table} -S`,
    `iptables -t ${table} -nL --line-numbers`,
    `iptables -t ${table} -nvL`,
    `iptables -t ${table} -L`,
  ]),
  'iptables -n -t nat --list cali-nat-outgoing',
  'iptables -nvxL cali-FORWARD 3',
  'iptables -vS cali-INPUT',
  'ipset list -s',
  'ipset save -s',
  'ipset list -n',
  'ipset list -s cali40masq-ipam-pools',
];

type Change = (cluster: Cluster) => void;

const release =
  (version: string): Change =>
  (cluster) => {
    const spec = { calicoVersion: version };
    const document = { kind: 'ClusterInformation', metadata: { name: 'default' }, spec };
    apply(cluster, document);
  };

const felix =
  (spec: object): Change =>
  (cluster) =>
    apply(cluster, { kind: 'FelixConfiguration', metadata: { name: 'default' }, spec });

const pool =
  (spec: object): Change =>
  (cluster) =>
    patchPool(cluster, spec);

function apply(cluster: Cluster, document: object): void {
  const text = JSON.stringify({ apiVersion: 'projectcalico.org/v3', ...document });
  applyManifest(cluster, text, 'change.yaml');
}

const PODS = ['pod1', 'pod2', 'web-0', 'web-1', 'web-2', 'db', 'cache', 'a', 'b', 'c', 'd', 'e'];

const VXLAN = pool({ ipipMode: 'Never', vxlanMode: 'Always' });

/** What is said of the nodes, what is changed, how many pods they have, and what must be seen. */
const NODES: readonly (readonly [
  what: string,
  changes: readonly Change[],
  pods: number,
  sight: string,
])[] = [
  [
    'of v3.23',
    [release('v3.23.5')],
    2,
    '-A POSTROUTING -m comment --comment "cali:O3lYWMrLQYEMJtB5"',
  ],
  ['of v3.27 without pods', [release('v3.27.3')], 0, 'cali:Cz_u1IQiXIMmKD4c'],
  ['of v3.28.0', [release('v3.28.0')], 1, '--set-xmark 0x0/0x30000'],
  ['of v3.28.2 with many pods', [release('v3.28.2')], 12, 'cali:0i8pjzKKPyA34aQD'],
  ['of v3.29', [release('v3.29.1')], 3, 'cali:0i8pjzKKPyA34aQD'],
  ['of v3.30', [release('v3.30.3')], 12, '--set-xmark 0x0/0x1b0000'],
  ['with IPIP across subnets', [pool({ ipipMode: 'CrossSubnet' })], 2, 'cali:PajejrV4aFdkZojI'],
  ['with VXLAN', [VXLAN], 2, 'cali:J76FwxInZIsk7uKY'],
  ['with VXLAN of v3.30', [release('v3.30.0'), VXLAN], 2, 'cali:J76FwxInZIsk7uKY'],
  ['without a tunnel', [pool({ ipipMode: 'Never' })], 2, 'cali:FewJpBykm9iJ-YNH'],
  ['that masquerade nothing', [pool({ natOutgoing: false })], 1, ':cali-nat-outgoing - [0:0]'],
  ['with a range of ports', [felix({ natPortRange: '32768:65535' })], 1, 'cali:0FiLbLUQzAUYtJHl'],
  [
    'with an address and an interface for what goes out',
    [
      felix({
        natOutgoingAddress: '192.168.10.200',
        natPortRange: '32768:65535',
        iptablesNATOutgoingInterfaceFilter: 'eth0',
        defaultEndpointToHostAction: 'Return',
        chainInsertMode: 'append',
        vxlanPort: 8472,
      }),
    ],
    2,
    '--dports 8472',
  ],
];

function nodeWith(changes: readonly Change[], pods: number): Netns {
  const cluster = kans();
  for (const change of changes) change(cluster);
  const pairs = PODS.slice(0, pods).map((name) => [name, 'k8s-w1'] as const);
  if (pairs.length > 0) applyPods(cluster, ...pairs);
  return hostOf(cluster, 'k8s-w1');
}

/** The date, and the kernel's hash, by which some buckets hold two members and others none. */
function withoutChance(text: string): string {
  return text.replace(/ on \w{3} \w{3} .*/g, ' on DATE').replace(/(memory:) \d+/g, '$1 N');
}

describe('real iptables and ipset', function () {
  this.timeout(60_000);
  before(function () {
    needsRoot(this);
  });

  for (const [what, changes, pods, sight] of NODES) {
    it(`list the rules of nodes ${what} as we do, and ours read theirs`, () => {
      const input: CommandInput = { ...NO_INPUT, distribution: distributionOfRealTools() };
      const node = nodeWith(changes, pods);
      const sets = stdoutOf('ipset save', node, input);
      const rules = stdoutOf('iptables-save', node, input);
      const real = askRealTools({ sets, rules, questions: LISTINGS });
      for (const [index, question] of LISTINGS.entries()) {
        const answer = withoutChance(real[index] ?? '');
        expect(withoutChance(stdoutOf(question, node, input)), question).to.equal(answer);
      }
      const [savedRules = ''] = real;
      expect(savedRules).to.include(sight);
      const savedSets = real[LISTINGS.indexOf('ipset save -s')] ?? '';
      const copy = restored(savedSets, savedRules, input.distribution);
      expect(withoutChance(stdoutOf('iptables-save', copy, input))).to.equal(
        withoutChance(savedRules),
      );
      expect(stdoutOf('ipset save -s', copy, input)).to.equal(savedSets);
    });
  }
});

/** A host of ours that has read what the real tools saved. */
function restored(sets: string, rules: string, distribution: Distribution): Netns {
  const host = twoHosts();
  for (const [command, stdin] of [
    ['ipset restore', sets],
    ['iptables-restore', rules],
  ] as const) {
    stdoutOf(command, host, { ...NO_INPUT, distribution, stdin });
  }
  return host;
}

function toolNamed(name: string): ImmediateCommand {
  const tool = TOOLS[name];
  if (tool === undefined) throw new Error(`no tool ${name}`);
  return tool;
}

function stdoutOf(line: string, netns: Netns, input: CommandInput): string {
  const [name = '', ...words] = line.split(' ');
  const { stdout, stderr, exit } = toolNamed(name).run(words, netns, input);
  expect(`${stderr}[exit ${exit}]`, line).to.equal('[exit 0]');
  return stdout;
}
