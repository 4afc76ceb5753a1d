/**
 * How each command of calicoctl is used (calicoctl/commands, the docopt text of each). The ways of use
 * and the options are calicoctl's; what they are for is said shortly.
 */
import type { OptionRow, ParsedWords, Usage } from './parse-words';

const CONFIG: OptionRow = {
  long: '--config',
  short: '-c',
  value: 'CONFIG',
  says: 'How to connect; there is one cluster here.',
};
const NAMESPACE: OptionRow = {
  long: '--namespace',
  short: '-n',
  value: 'NS',
  says: 'The namespace, for kinds that have one; else the default one.',
};
const CONTEXT: OptionRow = {
  long: '--context',
  value: 'context',
  says: 'The name of the kubeconfig context to use.',
};
const MISMATCH: OptionRow = {
  long: '--allow-version-mismatch',
  says: 'Allow client and cluster versions mismatch.',
};
const FILENAME: OptionRow = {
  long: '--filename',
  short: '-f',
  value: 'FILENAME',
  says: 'The file with the resources; "-" is the standard input.',
};
const RECURSIVE: OptionRow = {
  long: '--recursive',
  short: '-R',
  says: 'Go through the directory given by -f and those in it.',
};
const SKIP_EMPTY: OptionRow = { long: '--skip-empty', says: 'A file may hold nothing.' };

const FILES = [FILENAME, RECURSIVE, SKIP_EMPTY];
const GENERAL = [CONFIG, NAMESPACE, CONTEXT, MISMATCH];
const TAIL =
  '[--config=<CONFIG>] [--namespace=<NS>] [--context=<context>] [--allow-version-mismatch]';

const isOnlyFile = ({ operands, values }: ParsedWords) =>
  operands.length === 0 && values.has('--filename');

/** A kind, with names or without; or a file, and then its flags may stand too. */
const isKindOrFile = (words: ParsedWords) =>
  isOnlyFile(words) ||
  (words.operands.length > 0 && !FILES.some(({ long }) => isGiven(words, long)));

function isGiven({ values, flags }: ParsedWords, long: string): boolean {
  return values.has(long) || flags.has(long);
}

function fileUsage(verb: string, extra: readonly OptionRow[], description: string): Usage {
  const indent = ' '.repeat('calicoctl '.length + verb.length + 1);
  const skip = extra.map(({ long }) => `[${long}] `).join('');
  return {
    lines: [
      `calicoctl ${verb} --filename=<FILENAME> [--recursive] [--skip-empty]`,
      `${indent}${skip}${TAIL}`,
    ],
    options: [...FILES, ...extra, ...GENERAL],
    description,
    fits: isOnlyFile,
  };
}

const OUTPUT: OptionRow = {
  long: '--output',
  short: '-o',
  value: 'OUTPUT FORMAT',
  says: 'yaml, json, ps, wide, custom-columns=..., go-template=... or go-template-file=...',
};

const get: Usage = {
  lines: [
    'calicoctl get ( (<KIND> [<NAME>...]) |',
    '              --filename=<FILENAME> [--recursive] [--skip-empty] )',
    '              [--output=<OUTPUT>] [--config=<CONFIG>] [--namespace=<NS>] [--all-namespaces] [--export] [--context=<context>] [--allow-version-mismatch]',
  ],
  options: [
    ...FILES,
    OUTPUT,
    { long: '--all-namespaces', short: '-A', says: 'List those of all namespaces.' },
    { long: '--export', says: 'Leave out what only this cluster knows; for resources named.' },
    ...GENERAL,
  ],
  description: 'Shows resources of a kind, or those that a file names.',
  fits: isKindOrFile,
};

const remove: Usage = {
  lines: [
    'calicoctl delete ( (<KIND> [<NAME>...]) |',
    '                 --filename=<FILE> [--recursive] [--skip-empty] )',
    `                 [--skip-not-exists] ${TAIL}`,
  ],
  options: [
    { long: '--skip-not-exists', short: '-s', says: 'What does not exist counts as deleted.' },
    ...FILES,
    ...GENERAL,
  ],
  description: 'Deletes resources by kind and name, or those that a file names.',
  fits: isKindOrFile,
};

const patch: Usage = {
  lines: [
    `calicoctl patch <KIND> <NAME> --patch=<PATCH> [--type=<TYPE>]`,
    `                ${TAIL}`,
  ],
  options: [
    { long: '--patch', short: '-p', value: 'PATCH', says: 'What to change, as JSON.' },
    {
      long: '--type',
      short: '-t',
      value: 'TYPE',
      says: 'strategic; json and merge are not there yet.',
    },
    ...GENERAL,
  ],
  description: 'Changes fields of a resource in place.',
  fits: ({ operands, values }) => operands.length === 2 && values.has('--patch'),
};

const label: Usage = {
  lines: [
    'calicoctl label (<KIND> <NAME>',
    '                ( <key>=<value> [--overwrite] |',
    '                  <key> --remove )',
    '                [--config=<CONFIG>] [--namespace=<NS>] [--context=<context>]) [--allow-version-mismatch]',
  ],
  options: [
    { long: '--overwrite', says: 'The label may have another value already.' },
    { long: '--remove', says: 'Take the label off.' },
    ...GENERAL,
  ],
  description: 'Puts a label on a resource, or takes one off.',
  fits: ({ operands, flags }) =>
    operands.length === 3 && !(flags.has('--remove') && flags.has('--overwrite')),
};

const version: Usage = {
  lines: ['calicoctl version [--config=<CONFIG>] [--poll=<POLL>] [--allow-version-mismatch]'],
  options: [
    CONFIG,
    { long: '--poll', value: 'POLL', says: 'Show the versions again whenever they change.' },
    MISMATCH,
  ],
  description: 'Shows the version of calicoctl and of the cluster.',
  fits: ({ operands }) => operands.length === 0,
};

const nodeStatus: Usage = {
  lines: ['calicoctl node status [--allow-version-mismatch]'],
  options: [MISMATCH],
  description: 'Shows how this node is, and its BGP peers.',
  fits: ({ operands }) => operands.length === 0,
};

const SHOW = ['--ip', '--show-blocks', '--show-borrowed', '--show-configuration'];

const ipamShow: Usage = {
  lines: [
    'calicoctl ipam show [--ip=<IP> | --show-blocks | --show-borrowed | --show-configuration] [--config=<CONFIG>] [--allow-version-mismatch]',
  ],
  options: [
    { long: '--ip', value: 'IP', says: 'Who has this address.' },
    { long: '--show-blocks', says: 'The blocks as well as the pools.' },
    { long: '--show-borrowed', says: "Addresses of other nodes' blocks." },
    { long: '--show-configuration', says: 'How IPAM is configured.' },
    CONFIG,
    MISMATCH,
  ],
  description: 'Shows how the addresses are used.',
  fits: (words) =>
    words.operands.length === 0 && SHOW.filter((long) => isGiven(words, long)).length < 2,
};

const ipamCheck: Usage = {
  lines: [
    'calicoctl ipam check [--config=<CONFIG>] [--show-all-ips] [--show-problem-ips] [-o <FILE>] [--allow-version-mismatch]',
  ],
  options: [
    { long: '--output', short: '-o', value: 'FILE', says: 'Write a report there.' },
    { long: '--show-all-ips', says: 'Print every address that is looked at.' },
    { long: '--show-problem-ips', says: 'Print every address that has a problem.' },
    CONFIG,
    MISMATCH,
  ],
  description: 'Compares what IPAM has given out with what is in use.',
  fits: ({ operands }) => operands.length === 0,
};

const ipamRelease: Usage = {
  lines: [
    'calicoctl ipam release [--ip=<IP>] [--from-report=<REPORT>]... [--config=<CONFIG>] [--force] [--allow-version-mismatch]',
  ],
  options: [
    { long: '--ip', value: 'IP', says: 'The address to give back.' },
    { long: '--from-report', value: 'REPORT', says: 'All that the report calls leaked.' },
    { long: '--force', says: 'Even where the datastore is not locked.' },
    CONFIG,
    MISMATCH,
  ],
  description: 'Gives an address back; whoever uses it is not told.',
  fits: ({ operands }) => operands.length === 0,
};

const ipamConfigure: Usage = {
  lines: [
    'calicoctl ipam configure --strictaffinity=<true/false> [--config=<CONFIG>] [--allow-version-mismatch]',
  ],
  options: [
    { long: '--strictaffinity', value: 'true/false', says: 'Whether nodes may not borrow.' },
    CONFIG,
    MISMATCH,
  ],
  description: 'Changes how IPAM is configured.',
  fits: ({ operands, values }) => operands.length === 0 && values.has('--strictaffinity'),
};

/** What `calicoctl` itself takes, before the command. */
export const TOP: Usage = {
  lines: ['calicoctl [options] <command> [<args>...]'],
  commands: {
    create: 'Create the resources of a file.',
    replace: 'Replace the resources of a file.',
    apply: 'Create the resources of a file, or replace those there are.',
    patch: 'Change fields of a resource.',
    delete: 'Delete resources.',
    get: 'Show resources.',
    label: 'Put labels on resources, or take them off.',
    convert: 'Convert resources between versions of the API.',
    ipam: 'IP address management.',
    node: 'Calico node management.',
    version: 'Display the version of this binary.',
    datastore: 'Calico datastore management.',
  },
  options: [
    {
      long: '--log-level',
      short: '-l',
      value: 'level',
      says: 'One of panic, fatal, error, warn, info, debug.',
    },
    CONTEXT,
    MISMATCH,
  ],
  description:
    "Manages Calico's network and its nodes.\n\nSee 'calicoctl <command> --help' to read about a specific subcommand.",
  fits: ({ operands }) => operands.length > 0,
};

function groupUsage(name: string, commands: Usage['commands'] & object, says: string): Usage {
  return {
    lines: [`calicoctl ${name} <command> [<args>...]`],
    commands,
    options: [],
    description: `${says}\n\nSee 'calicoctl ${name} <command> --help' to read about a specific subcommand.`,
    fits: ({ operands }) => operands.length > 0,
  };
}

/** Words that choose among more commands. */
export const GROUPS: Readonly<Record<string, Usage>> = {
  datastore: groupUsage(
    'datastore',
    { migrate: 'Move the contents of etcd to Kubernetes.' },
    'Commands for the datastore.',
  ),
  ipam: groupUsage(
    'ipam',
    {
      check: 'Compare what is given out with what is in use.',
      release: 'Give an address back.',
      show: 'Show how the addresses are used.',
      split: 'Split a pool.',
      configure: 'Configure IPAM.',
    },
    'IP address management.',
  ),
  node: groupUsage(
    'node',
    {
      run: 'Run the Calico node container image.',
      status: 'View the current status of a Calico node.',
      diags: 'Gather a diagnostics bundle for a Calico node.',
      checksystem: 'Verify the compute host is able to run a Calico node instance.',
    },
    'Commands for the node on which they are run.',
  ),
};

export const USAGES = {
  apply: fileUsage('apply', [], 'Creates the resources of a file, or replaces those there are.'),
  create: fileUsage(
    'create',
    [{ long: '--skip-exists', says: 'What exists counts as created.' }],
    'Creates the resources of a file.',
  ),
  delete: remove,
  get,
  label,
  patch,
  replace: fileUsage('replace', [], 'Replaces the resources of a file, which must exist.'),
  version,
  'ipam check': ipamCheck,
  'ipam configure': ipamConfigure,
  'ipam release': ipamRelease,
  'ipam show': ipamShow,
  'node status': nodeStatus,
} as const satisfies Readonly<Record<string, Usage>>;

export type CommandName = keyof typeof USAGES;
