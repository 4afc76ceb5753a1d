/**
 * One iptables command, as far as scenarios use it (iptables(8)).
 */
import type { Netns } from '../kernel/netns';
import type { Policy } from '../netfilter/chain';
import type { NetfilterTable } from '../netfilter/packet';
import { parseRule } from '../netfilter/parse-rule';
import { ScenarioError } from './scenario';

const TABLES: ReadonlySet<string> = new Set(['raw', 'mangle', 'nat', 'filter']);
const NUMBER = /^\d+$/;

/** @param words as after `iptables` */
export function iptables({ netfilter }: Netns, words: readonly string[]): void {
  const { table, rest } = takeTable(words);
  const [command, chain, ...args] = rest;
  if (command === '-F' && chain === undefined) {
    for (const { name } of netfilter.chains(table)) netfilter.flushChain(table, name);
    return;
  }
  if (chain === undefined) throw new ScenarioError(`iptables ${words.join(' ')}: no chain`);
  const [first = '', ...others] = args;
  const isNumbered = NUMBER.test(first);
  switch (command) {
    case '-A':
      netfilter.appendRule(table, chain, parseRule(args));
      return;
    case '-I':
      netfilter.insertRule(
        table,
        chain,
        isNumbered ? Number(first) : 1,
        parseRule(isNumbered ? others : args),
      );
      return;
    case '-D':
      netfilter.deleteRule(table, chain, isNumbered ? Number(first) : parseRule(args));
      return;
    case '-R':
      netfilter.deleteRule(table, chain, Number(first));
      netfilter.insertRule(table, chain, Number(first), parseRule(others));
      return;
    case '-F':
      netfilter.flushChain(table, chain);
      return;
    case '-N':
      netfilter.newChain(table, chain);
      return;
    case '-P':
      netfilter.setPolicy(table, chain, first as Policy);
      return;
    default:
      throw new ScenarioError(`iptables: "${command}" is not known here`);
  }
}

function takeTable(words: readonly string[]): {
  readonly table: NetfilterTable;
  readonly rest: readonly string[];
} {
  const at = words.indexOf('-t');
  if (at === -1) return { table: 'filter', rest: words };
  const table = words[at + 1] ?? '';
  if (!TABLES.has(table)) throw new ScenarioError(`iptables: no table ${table}`);
  return { table: table as NetfilterTable, rest: [...words.slice(0, at), ...words.slice(at + 2)] };
}
