/**
 * `iptables -L` and `iptables -S` of one chain or of all (`list_entries`, `list_rules`,
 * iptables/iptables.c, 1.8.9).
 */
import type { Chain, LoadedRule } from '../../netfilter/chain';
import { parameterProblem } from '../../netfilter/command-error';
import type { Netfilter } from '../../netfilter/netfilter';
import { renderRule } from '../../netfilter/render-rule';
import { linesOf } from '../command';
import type { IptablesLine } from './parse-iptables';
import { renderChain, ruleLine } from './render-listing';

export function listChains(netfilter: Netfilter, line: IptablesLine): string {
  const { table, manner } = line;
  const picked = pickedRule(netfilter, line);
  if (picked !== undefined)
    return linesOf(picked.map(({ rule, number }) => ruleLine(rule, number, manner)));
  return chainsOf(netfilter, line)
    .map((chain) => renderChain(chain, netfilter.references(table, chain.name), manner))
    .map(linesOf)
    .join('\n');
}

export function listRules(netfilter: Netfilter, line: IptablesLine): string {
  const { isVerbose } = line.manner;
  const picked = pickedRule(netfilter, line);
  if (picked !== undefined) {
    return linesOf(picked.map(({ rule }) => appendLine(line.chain ?? '', rule, isVerbose)));
  }
  const chains = chainsOf(netfilter, line);
  return linesOf([
    ...chains.map((chain) => declarationLine(chain, isVerbose)),
    ...chains.flatMap(({ name, rules }) => rules.map((rule) => appendLine(name, rule, isVerbose))),
  ]);
}

function chainsOf(netfilter: Netfilter, { table, chain }: IptablesLine): readonly Chain[] {
  return chain === undefined ? netfilter.chains(table) : [netfilter.chain(table, chain)];
}

interface Picked {
  readonly rule: LoadedRule;
  readonly number: number;
}

/** The rule whose number was given; none where there is none of that number. */
function pickedRule(
  netfilter: Netfilter,
  { table, chain, second }: IptablesLine,
): readonly Picked[] | undefined {
  if (chain === undefined || second === undefined) return undefined;
  const number = Number(second);
  if (!/^[1-9]\d*$/.test(second)) throw parameterProblem(`Invalid rule number \`${second}'`);
  const rule = netfilter.chain(table, chain).rules[number - 1];
  return rule === undefined ? [] : [{ rule, number }];
}

function declarationLine({ name, policy, packets, bytes }: Chain, isVerbose: boolean): string {
  if (policy === undefined) return `-N ${name}`;
  return `-P ${name} ${policy}${isVerbose ? ` -c ${packets} ${bytes}` : ''}`;
}

function appendLine(
  chain: string,
  { rule, packets, bytes }: LoadedRule,
  isVerbose: boolean,
): string {
  const text = renderRule(rule);
  const words = text === '' ? '' : ` ${text}`;
  return `-A ${chain}${words}${isVerbose ? ` -c ${packets} ${bytes}` : ''}`;
}
