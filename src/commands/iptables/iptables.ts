/**
 * `iptables [-t TABLE] COMMAND` (iptables(8), 1.8.9 legacy): chains and rules listed and changed.
 */
import type { Netfilter } from '../../netfilter/netfilter';
import { commandOf, printed } from '../command';
import {
  appendRule,
  checkRule,
  deleteChain,
  deleteRule,
  flushChains,
  insertRule,
  newChain,
  replaceRule,
  setPolicy,
  zeroChains,
} from './change';
import { listChains, listRules } from './list';
import { type IptablesCommand, type IptablesLine, parseIptables } from './parse-iptables';

/** @returns what is printed; a change prints nothing */
type Action = (netfilter: Netfilter, line: IptablesLine) => unknown;

const ACTIONS = {
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
  policy: setPolicy,
} satisfies { readonly [Name in IptablesCommand]: Action };

export const iptables = commandOf((words, { netfilter }) => {
  if (words[0] === '-V' || words[0] === '--version') return printed('iptables v1.8.9 (legacy)\n');
  const line = parseIptables(words);
  netfilter.load(line.table);
  const action: Action = ACTIONS[line.command];
  const output = action(netfilter, line);
  return printed(typeof output === 'string' ? output : '');
});
