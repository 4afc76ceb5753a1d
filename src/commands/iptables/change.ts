/**
 * What `iptables` changes: rules by their words or their number, chains and policies.
 */
import {
  type CommandError,
  iptablesRefusal,
  parameterProblem,
} from '../../netfilter/command-error';
import type { Netfilter } from '../../netfilter/netfilter';
import { parseRule } from '../../netfilter/parse-rule';
import { renderRule } from '../../netfilter/render-rule';
import type { IptablesLine } from './parse-iptables';

type Change = (netfilter: Netfilter, line: IptablesLine) => void;

export const appendRule: Change = (netfilter, line) => {
  netfilter.appendRule(line.table, chainIn(line), parseRule(line.rule));
};

export const insertRule: Change = (netfilter, line) => {
  netfilter.insertRule(line.table, chainIn(line), numberIn(line) ?? 1, parseRule(line.rule));
};

export const replaceRule: Change = (netfilter, line) => {
  const number = numberIn(line) ?? 0;
  const rule = parseRule(line.rule);
  if (netfilter.chain(line.table, chainIn(line)).rules[number - 1] === undefined) {
    throw iptablesRefusal('Index of replacement too big.');
  }
  netfilter.deleteRule(line.table, chainIn(line), number);
  netfilter.insertRule(line.table, chainIn(line), number, rule);
};

export const deleteRule: Change = (netfilter, line) => {
  netfilter.deleteRule(line.table, chainIn(line), numberIn(line) ?? parseRule(line.rule));
};

export const checkRule: Change = (netfilter, line) => {
  const text = renderRule(parseRule(line.rule));
  const { rules } = netfilter.chain(line.table, chainIn(line));
  if (rules.some(({ rule }) => renderRule(rule) === text)) return;
  throw iptablesRefusal('Bad rule (does a matching rule exist in that chain?).');
};

export const newChain: Change = (netfilter, line) => {
  netfilter.newChain(line.table, chainIn(line));
};

/** Without a name, every user chain that is empty and to which no rule leads. */
export const deleteChain: Change = (netfilter, { table, chain }) => {
  if (chain !== undefined) {
    netfilter.deleteEmptyChain(table, chain);
    return;
  }
  for (const { name, policy } of netfilter.chains(table)) {
    if (policy === undefined) netfilter.deleteEmptyChain(table, name);
  }
};

export const flushChains: Change = (netfilter, line) => {
  for (const chain of chainsIn(netfilter, line)) netfilter.flushChain(line.table, chain);
};

export const zeroChains: Change = (netfilter, line) => {
  for (const chain of chainsIn(netfilter, line)) netfilter.zeroChain(line.table, chain);
};

export const setPolicy: Change = (netfilter, line) => {
  const { table, second } = line;
  const chain = chainIn(line);
  const isOwn = netfilter.chains(table).some(({ name, policy }) => name === chain && policy);
  if (!isOwn) throw iptablesRefusal('Bad built-in chain name.');
  if (second !== 'ACCEPT' && second !== 'DROP') {
    throw iptablesRefusal("Bad policy name. Run `dmesg' for more information.");
  }
  if (table === 'nat' && second === 'DROP') throw notForFiltering();
  netfilter.setPolicy(table, chain, second);
};

function notForFiltering(): CommandError {
  const why =
    'The "nat" table is not intended for filtering, the use of DROP is therefore inhibited.';
  return parameterProblem(`\n${why}\n\n`);
}

function chainIn({ chain }: IptablesLine): string {
  if (chain === undefined) throw parameterProblem('no chain specified');
  return chain;
}

function chainsIn(netfilter: Netfilter, { table, chain }: IptablesLine): readonly string[] {
  return chain === undefined ? netfilter.chains(table).map(({ name }) => name) : [chain];
}

function numberIn({ second }: IptablesLine): number | undefined {
  if (second === undefined) return undefined;
  const number = Number(second);
  if (number >= 1) return number;
  throw parameterProblem(`Invalid rule number \`${second}'`);
}
