/**
 * `iptables -L`: chains and their rules in columns (`print_header`, `print_rule_details`,
 * iptables/xshared.c, 1.8). Without `-n` names stand for all addresses, for protocols and for
 * services; addresses are never looked up, for the lab has no name server.
 *
 * 1.8.9 writes protocols as numbers where `-n` is given, and leaves a blank behind a long name.
 */
import type { Chain, LoadedRule } from '../../netfilter/chain';
import { protocolName } from '../../netfilter/ip-protocols';
import type { ListForm } from '../../netfilter/list-form';
import { type ListedRule, listedRule } from '../../netfilter/list-rule';
import type { Rule } from '../../netfilter/rule';
import type { ListManner } from './iptables-line';

/** How a listing was asked for, and of which release. */
type ListStyle = ListManner & ListForm;

export function renderChain(chain: Chain, references: number, style: ListStyle): readonly string[] {
  return [
    chainLine(chain, references, style),
    headerLine(style),
    ...chain.rules.map((rule, index) => ruleLine(rule, index + 1, style)),
  ];
}

function chainLine({ name, policy, packets, bytes }: Chain, references: number, style: ListStyle) {
  if (policy === undefined) return `Chain ${name} (${references} references)`;
  if (!style.isVerbose) return `Chain ${name} (policy ${policy})`;
  const counts = [packets, bytes].map((count) => counter(count, style));
  return `Chain ${name} (policy ${policy} ${counts[0]} packets, ${counts[1]} bytes)`;
}

function headerLine({ hasNumbers, isVerbose, isExact }: ListStyle): string {
  const counts = isExact ? '    pkts      bytes ' : ' pkts bytes ';
  return [
    hasNumbers ? 'num  ' : '',
    isVerbose ? counts : '',
    'target     prot opt ',
    isVerbose ? 'in     out     ' : '',
    'source               destination         ',
  ].join('');
}

export function ruleLine(loaded: LoadedRule, number: number, style: ListStyle): string {
  const listed = listedRule(loaded.rule, style);
  const { packets, bytes } = loaded;
  return [
    style.hasNumbers ? `${String(number).padEnd(4)} ` : '',
    style.isVerbose ? `${column(packets, style)} ${column(bytes, style)} ` : '',
    `${listed.target.padEnd(9)} `,
    `${protocolColumn(listed, style)}-- `,
    style.isVerbose ? interfaceColumns(listed, style) : '',
    `${withSign(addressOf(listed.source, style), 19)} `,
    `${withSign(addressOf(listed.destination, style), 19)} `,
    listed.rest,
  ].join('');
}

/** As `-v` tells of a rule that is added or deleted: the same without columns. */
export function verboseRuleLine(rule: Rule): string {
  const form = { version: '1.8.9', isNumeric: true } as const;
  const { target, protocol, inInterface, outInterface, source, destination, rest } = listedRule(
    rule,
    form,
  );
  return [
    `${target} ${withSign(namedProtocol(protocol), 0)} opt --`,
    `in ${inInterface} out ${outInterface}`,
    `${withSign(source, 0)} ${withSign('', 0)}-> ${destination}  ${rest}`,
  ].join(' ');
}

/** The `!` of an inverted column stands before it, in a column of its own. */
function withSign(text: string, width: number): string {
  const sign = text.startsWith('!') ? '!' : ' ';
  return sign + text.replace('!', '').padEnd(width);
}

function protocolColumn({ protocol }: ListedRule, { isNumeric, version }: ListStyle): string {
  if (version === '1.8.9') {
    return `${withSign(isNumeric ? protocol : namedProtocol(protocol), 4)} `;
  }
  return withSign(isNumeric ? wellKnownProtocol(protocol) : namedProtocol(protocol), 5);
}

function namedProtocol(protocol: string): string {
  return withName(protocol, (number) => (number === 0 ? 'all' : protocolName(number)));
}

/** `xtables_chain_protos`: those that iptables names without asking /etc/protocols. */
const WELL_KNOWN: ReadonlySet<number> = new Set([1, 6, 17, 50, 51, 58, 132, 136]);

function wellKnownProtocol(protocol: string): string {
  return withName(protocol, (number) => {
    if (number === 0) return 'all';
    return WELL_KNOWN.has(number) ? protocolName(number) : String(number);
  });
}

function withName(protocol: string, nameOf: (number: number) => string): string {
  const sign = protocol.startsWith('!') ? '!' : '';
  return sign + nameOf(Number(protocol.slice(sign.length)));
}

function interfaceColumns({ inInterface, outInterface }: ListedRule, style: ListStyle): string {
  const [into, outOf] = [inInterface, outInterface].map((name) =>
    name === '*' && !style.isNumeric ? 'any' : name,
  );
  return `${` ${into}`.padEnd(7)} ${(outOf ?? '').padEnd(6)} `;
}

function addressOf(address: string, { isNumeric }: ListStyle): string {
  return address === '0.0.0.0/0' && !isNumeric ? 'anywhere' : address;
}

function column(count: number, style: ListStyle): string {
  return counter(count, style).padStart(style.isExact ? 8 : 5);
}

/** `xtables_print_num`: five digits, then thousands, millions … */
function counter(count: number, { isExact }: ListStyle): string {
  let rest = count;
  for (const unit of ['', 'K', 'M', 'G']) {
    const limit = unit === '' ? 99_999 : 9999;
    if (isExact || rest <= limit) return `${rest}${unit}`;
    rest = Math.floor((rest + 500) / 1000);
  }
  return `${rest}T`;
}
