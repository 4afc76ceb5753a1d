/**
 * `iptables [-t TABLE] COMMAND` (iptables(8), 1.8 over nf_tables): chains and rules listed and
 * changed.
 */
import type { IptablesVersion } from '../../netfilter/list-form';
import type { Netfilter } from '../../netfilter/netfilter';
import { commandOf, notModelled, printed } from '../command';
import {
  appendRule,
  checkRule,
  deleteChain,
  deleteRule,
  flushChains,
  insertRule,
  newChain,
  renameChain,
  replaceRule,
  setPolicy,
  zeroChains,
} from './change';
import type { IptablesCommand, IptablesLine } from './iptables-line';
import { listChains, listRules } from './list';
import { parseIptables } from './parse-iptables';
import { IPTABLES_VERSIONS, speakingAs, versionLine } from './speak';

/** @returns what is printed */
type Action = (netfilter: Netfilter, line: IptablesLine, version: IptablesVersion) => string;

const ACTIONS: { readonly [Name in Exclude<IptablesCommand, 'version'>]: Action } = {
  append: appendRule,
  insert: insertRule,
  replace: replaceRule,
  delete: deleteRule,
  check: checkRule,
  list: listChains,
  'list-rules': listRules,
  flush: flushChains,
  zero: zeroChains,
  'new-chain': newChain,
  'delete-chain': deleteChain,
  'rename-chain': renameChain,
  policy: setPolicy,
};

/** They look, and a table that nobody has changed is not made for that. */
const LOOKING: ReadonlySet<IptablesCommand> = new Set(['list', 'list-rules', 'check']);

export const iptables = commandOf((words, { netfilter }, { distribution }) =>
  speakingAs('iptables', distribution, () => {
    const line = parseIptables(words);
    if (line.command === 'version') return printed(versionLine('iptables', distribution));
    return printed(runIptables(netfilter, line, IPTABLES_VERSIONS[distribution]));
  }),
);

/** @returns what is printed. @throws CommandError */
export function runIptables(
  netfilter: Netfilter,
  line: IptablesLine,
  version: IptablesVersion,
): string {
  if (line.command === 'version') return '';
  const output = ACTIONS[line.command](netfilter, line, version);
  if (!LOOKING.has(line.command)) netfilter.load(line.table);
  return line.alsoZero ? output + zeroChains(netfilter, line) : output;
}

/** The same rules are not seen through these: they are others' tables. */
export const iptablesLegacy = commandOf(() => {
  throw notModelled('the tables of iptables-legacy, which are not those of nf_tables');
});

export const ip6tables = commandOf(() => {
  throw notModelled('IPv6');
});
