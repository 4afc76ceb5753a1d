/**
 * `iptables -L` and `iptables -S` of one chain or of all (`nft_rule_list`, `nft_rule_list_save`,
 * iptables/nft.c, 1.8).
 */
import type { Chain, LoadedRule } from '../../netfilter/chain';
import { otherProblem } from '../../netfilter/command-error';
import type { IptablesVersion } from '../../netfilter/list-form';
import type { Netfilter } from '../../netfilter/netfilter';
import { renderRule } from '../../netfilter/render-rule';
import { linesOf } from '../command';
import type { IptablesLine } from './iptables-line';
import { renderChain, ruleLine } from './render-listing';

export function listChains(
  netfilter: Netfilter,
  line: IptablesLine,
  version: IptablesVersion,
): string {
  const { table, manner, ruleNumber = 0 } = line;
  const style = { ...manner, version };
  const picked = pickedRule(netfilter, line);
  if (picked !== undefined) {
    return linesOf(picked.map((rule) => ruleLine(rule, ruleNumber, style)));
  }
  return chainsOf(netfilter, line)
    .map((chain) => renderChain(chain, netfilter.references(table, chain.name), style))
    .map(linesOf)
    .join('\n');
}

export function listRules(netfilter: Netfilter, line: IptablesLine): string {
  const { isVerbose } = line.manner;
  const picked = pickedRule(netfilter, line);
  if (picked !== undefined) {
    return linesOf(picked.map((rule) => appendLine(line.chain ?? '', rule, isVerbose)));
  }
  const chains = chainsOf(netfilter, line);
  return linesOf([
    ...chains.map((chain) => declarationLine(chain, isVerbose)),
    ...chains.flatMap(({ name, rules }) => rules.map((rule) => appendLine(name, rule, isVerbose))),
  ]);
}

function chainsOf(netfilter: Netfilter, line: IptablesLine): readonly Chain[] {
  return line.chain === undefined ? netfilter.chains(line.table) : [chainOf(netfilter, line)];
}

/** Since 1.8.7 what is asked for in vain is taken for a chain that is nft's business. */
function chainOf(netfilter: Netfilter, { table, chain }: IptablesLine): Chain {
  const found = netfilter.chains(table).find(({ name }) => name === chain);
  if (found !== undefined) return found;
  const what = `chain \`${chain}' in table \`${table}' is incompatible, use 'nft' tool.`;
  throw otherProblem(what, 1);
}

/** The rule whose number was given; none where there is none of that number. */
function pickedRule(netfilter: Netfilter, line: IptablesLine): readonly LoadedRule[] | undefined {
  if (line.chain === undefined || line.ruleNumber === undefined) return undefined;
  return chainOf(netfilter, line).rules.slice(line.ruleNumber - 1, line.ruleNumber);
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
  const counters = isVerbose ? `-c ${packets} ${bytes}` : '';
  const text = renderRule(rule, counters);
  return text === '' ? `-A ${chain}` : `-A ${chain} ${text}`;
}
