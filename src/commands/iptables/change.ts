/**
 * What `iptables` changes: rules by their words or their number, chains and policies. With `-v` it
 * says what it does.
 */
import {
  type CommandError,
  iptablesRefusal,
  parameterProblem,
} from '../../netfilter/command-error';
import type { Netfilter } from '../../netfilter/netfilter';
import { parseRule } from '../../netfilter/parse-rule';
import { renderRule } from '../../netfilter/render-rule';
import type { Rule } from '../../netfilter/rule';
import { linesOf } from '../command';
import { expandAddresses } from './expand-addresses';
import type { IptablesLine } from './iptables-line';
import { verboseRuleLine } from './render-listing';

/** @returns what is printed */
type Change = (netfilter: Netfilter, line: IptablesLine) => string;

export const appendRule: Change = (netfilter, line) => {
  const { table, chain = '' } = line;
  const rules = rulesOf(line);
  for (const rule of rules) {
    netfilter.appendRule(table, chain, rule);
    count(netfilter, line, netfilter.chain(table, chain).rules.length);
  }
  return told(line, rules);
};

export const insertRule: Change = (netfilter, line) => {
  const { table, chain = '', ruleNumber = 1 } = line;
  const rules = rulesOf(line);
  for (const rule of rules) {
    netfilter.insertRule(table, chain, ruleNumber, rule);
    count(netfilter, line, ruleNumber);
  }
  return told(line, rules);
};

export const replaceRule: Change = (netfilter, line) => {
  const { table, chain = '', ruleNumber = 0 } = line;
  const [rule, ...others] = rulesOf(line);
  if (rule === undefined || others.length > 0) {
    throw parameterProblem('Replacement rule does not specify a unique address');
  }
  netfilter.replaceRule(table, chain, ruleNumber, rule);
  count(netfilter, line, ruleNumber);
  return told(line, [rule]);
};

export const deleteRule: Change = (netfilter, line) => {
  const { table, chain = '', ruleNumber } = line;
  if (ruleNumber !== undefined) {
    netfilter.deleteRule(table, chain, ruleNumber);
    return '';
  }
  const rules = rulesOf(line);
  for (const rule of rules) {
    requireRule(netfilter, line, rule);
    netfilter.deleteRule(table, chain, rule);
  }
  return told(line, rules);
};

export const checkRule: Change = (netfilter, line) => {
  const rules = rulesOf(line);
  for (const rule of rules) requireRule(netfilter, line, rule);
  return told(line, rules);
};

export const newChain: Change = (netfilter, { table, chain = '' }) => {
  netfilter.newChain(table, chain);
  return '';
};

export const renameChain: Change = (netfilter, { table, chain = '', second = '' }) => {
  netfilter.renameChain(table, chain, second);
  return '';
};

/** Without a name, every user chain, or none where one is not empty or still in use. */
export const deleteChain: Change = (netfilter, line) => {
  const users = netfilter.chains(line.table).filter(({ policy }) => policy === undefined);
  const names = line.chain === undefined ? users.map(({ name }) => name) : [line.chain];
  const isUsed = (name: string) => netfilter.references(line.table, name) > 0;
  const busy =
    users.find(({ name }) => isUsed(name)) ?? users.find(({ rules }) => rules.length > 0);
  if (line.chain === undefined && busy !== undefined) {
    netfilter.deleteEmptyChain(line.table, busy.name);
  }
  for (const name of names) netfilter.deleteEmptyChain(line.table, name);
  return announced(line, 'Deleting', names);
};

export const flushChains: Change = (netfilter, line) => {
  const names = chainsIn(netfilter, line);
  for (const chain of names) netfilter.flushChain(line.table, chain);
  return line.chain === undefined ? announced(line, 'Flushing', names) : '';
};

/** Of one rule, where its number was given; a number that no rule has is no error. */
export const zeroChains: Change = (netfilter, line) => {
  const { table, chain, ruleNumber } = line;
  if (chain !== undefined && ruleNumber !== undefined) {
    const rule = netfilter.chain(table, chain).rules[ruleNumber - 1];
    if (rule !== undefined) rule.count(0, 0);
    return '';
  }
  const names = chainsIn(netfilter, line);
  for (const name of names) netfilter.zeroChain(table, name);
  return chain === undefined ? announced(line, 'Zeroing', names) : '';
};

export const setPolicy: Change = (netfilter, { table, chain = '', second, counters }) => {
  const isOwn = netfilter.chains(table).some(({ name, policy }) => name === chain && policy);
  if (!isOwn) throw iptablesRefusal('Bad built-in chain name.');
  if (second !== 'ACCEPT' && second !== 'DROP') {
    throw iptablesRefusal("Bad policy name. Run `dmesg' for more information.");
  }
  if (table === 'nat' && second === 'DROP') throw notForFiltering();
  netfilter.setPolicy(table, chain, second);
  if (counters !== undefined) {
    netfilter.chain(table, chain).count(counters.packets, counters.bytes);
  }
  return '';
};

function notForFiltering(): CommandError {
  const why =
    'The "nat" table is not intended for filtering, the use of DROP is therefore inhibited.';
  return parameterProblem(`\n${why}\n\n`);
}

function rulesOf({ rule }: IptablesLine): readonly Rule[] {
  return expandAddresses(rule).map(parseRule);
}

/** A chain that is not there has no such rule either. */
function requireRule(netfilter: Netfilter, { table, chain = '' }: IptablesLine, rule: Rule): void {
  const text = renderRule(rule);
  const known = netfilter.chains(table).find(({ name }) => name === chain)?.rules ?? [];
  if (known.some((one) => renderRule(one.rule) === text)) return;
  throw iptablesRefusal('Bad rule (does a matching rule exist in that chain?).');
}

function count(netfilter: Netfilter, { table, chain = '', counters }: IptablesLine, at: number) {
  if (counters === undefined) return;
  netfilter.chain(table, chain).rules[at - 1]?.count(counters.packets, counters.bytes);
}

function told({ manner }: IptablesLine, rules: readonly Rule[]): string {
  return manner.isVerbose ? linesOf(rules.map(verboseRuleLine)) : '';
}

function announced({ manner }: IptablesLine, doing: string, chains: readonly string[]): string {
  return manner.isVerbose ? linesOf(chains.map((name) => `${doing} chain \`${name}'`)) : '';
}

function chainsIn(netfilter: Netfilter, { table, chain }: IptablesLine): readonly string[] {
  return chain === undefined ? netfilter.chains(table).map(({ name }) => name) : [chain];
}
