/**
 * `iptables -L`: chains and their rules in columns (`print_header`, `print_firewall`,
 * iptables/iptables.c, 1.8.9). Without `-n` names stand for all addresses and for protocols; other
 * names are never looked up.
 */

import type { Chain, LoadedRule } from '../../netfilter/chain';
import { protocolName } from '../../netfilter/ip-protocols';
import { type ListedRule, listedRule } from '../../netfilter/list-rule';
import type { ListManner } from './parse-iptables';

export function renderChain(
  chain: Chain,
  references: number,
  manner: ListManner,
): readonly string[] {
  return [
    chainLine(chain, references, manner),
    headerLine(manner),
    ...chain.rules.map((rule, index) => ruleLine(rule, index + 1, manner)),
  ];
}

function chainLine(
  { name, policy, packets, bytes }: Chain,
  references: number,
  manner: ListManner,
) {
  if (policy === undefined) return `Chain ${name} (${references} references)`;
  if (!manner.isVerbose) return `Chain ${name} (policy ${policy})`;
  const counts = [packets, bytes].map((count) => counter(count, manner));
  return `Chain ${name} (policy ${policy} ${counts[0]} packets, ${counts[1]} bytes)`;
}

function headerLine({ hasNumbers, isVerbose }: ListManner): string {
  return [
    hasNumbers ? 'num  ' : '',
    isVerbose ? ' pkts bytes ' : '',
    'target     prot opt ',
    isVerbose ? 'in     out     ' : '',
    'source               destination         ',
  ].join('');
}

export function ruleLine(loaded: LoadedRule, number: number, manner: ListManner): string {
  const listed = listedRule(loaded.rule);
  const { packets, bytes } = loaded;
  const interfaces = `${` ${listed.inInterface}`.padEnd(7)} ${listed.outInterface.padEnd(6)} `;
  return [
    manner.hasNumbers ? `${String(number).padEnd(4)} ` : '',
    manner.isVerbose ? `${column(packets, manner)} ${column(bytes, manner)} ` : '',
    `${listed.target.padEnd(9)} `,
    `${withSign(protocolOf(listed, manner), 4)} -- `,
    manner.isVerbose ? interfaces : '',
    `${withSign(addressOf(listed.source, manner), 19)} `,
    `${withSign(addressOf(listed.destination, manner), 19)} `,
    listed.rest,
  ].join('');
}

/** The `!` of an inverted column stands before it, in a column of its own. */
function withSign(text: string, width: number): string {
  const sign = text.startsWith('!') ? '!' : ' ';
  return sign + text.replace('!', '').padEnd(width);
}

function protocolOf({ protocol }: ListedRule, { isNumeric }: ListManner): string {
  if (isNumeric) return protocol;
  if (protocol === '0') return 'all';
  const sign = protocol.startsWith('!') ? '!' : '';
  return sign + protocolName(Number(protocol.slice(sign.length)));
}

function addressOf(address: string, { isNumeric }: ListManner): string {
  return address === '0.0.0.0/0' && !isNumeric ? 'anywhere' : address;
}

function column(count: number, manner: ListManner): string {
  return counter(count, manner).padStart(5);
}

/** `xtables_print_num`: five digits, then thousands, millions … */
function counter(count: number, { isExact }: ListManner): string {
  let rest = count;
  for (const unit of ['', 'K', 'M', 'G']) {
    const limit = unit === '' ? 99_999 : 9999;
    if (isExact || rest <= limit) return `${rest}${unit}`;
    rest = Math.floor((rest + 500) / 1000);
  }
  return `${rest}T`;
}
