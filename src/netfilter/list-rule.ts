/**
 * A rule as `iptables -n -L` shows it, in columns (`print_firewall`, iptables/iptables.c, and
 * `print_rule_details`, iptables/xshared.c; 1.8.9).
 */
import { formatCidr } from '../addr/cidr';
import { formatIpv4 } from '../addr/ipv4';
import type { ListForm } from './list-form';
import { type Match, matchModule } from './matches/index';
import type { Rule } from './rule';
import { targetModule } from './targets/index';

/** Columns of inverted matches begin with a `!`. */
export interface ListedRule {
  /** Empty where the rule only counts. */
  readonly target: string;
  /** The number; `0` for all. */
  readonly protocol: string;
  /** `*` for all; shown with `-v` only. */
  readonly inInterface: string;
  readonly outInterface: string;
  readonly source: string;
  readonly destination: string;
  /** What follows the columns, with the blanks before it. */
  readonly rest: string;
}

export function listedRule({ matches, target }: Rule, form: ListForm): ListedRule {
  const listed = target && targetModule(target).list(target, form);
  const words = matches.map((match) => matchModule(match).list(match, form));
  if (listed !== undefined) words.push(listed.text);
  const rest = words.filter((word) => word !== '').map((word) => ` ${word}`);
  if (target?.kind === 'goto') rest.unshift('[goto] ');
  return {
    target: listed?.column ?? '',
    protocol: columnOf(matches, 'protocol') ?? '0',
    inInterface: columnOf(matches, 'in-interface') ?? '*',
    outInterface: columnOf(matches, 'out-interface') ?? '*',
    source: columnOf(matches, 'source') ?? '0.0.0.0/0',
    destination: columnOf(matches, 'destination') ?? '0.0.0.0/0',
    rest: rest.join(''),
  };
}

/** The line of `iptables -n -L` (1.8.9), without `-v` and without the number. */
export function listRule(rule: Rule): string {
  const { target, protocol, source, destination, rest } = listedRule(rule, {
    version: '1.8.9',
    isNumeric: true,
  });
  const columns = [
    target.padEnd(9),
    withSign(protocol, 4),
    `-- ${withSign(source, 19)}`,
    withSign(destination, 19),
  ];
  return `${columns.join(' ')} ${rest}`;
}

/** The `!` of an inverted column stands before it, in a column of its own. */
function withSign(column: string, width: number): string {
  const sign = column.startsWith('!') ? '!' : ' ';
  return sign + column.replace('!', '').padEnd(width);
}

function columnOf(matches: readonly Match[], kind: Match['kind']): string | undefined {
  const match = matches.find((one) => one.kind === kind);
  switch (match?.kind) {
    case 'protocol':
      return not(match) + match.protocol;
    case 'in-interface':
    case 'out-interface':
      return not(match) + match.name;
    case 'source':
    case 'destination': {
      const { prefix } = match;
      return not(match) + (prefix.length === 32 ? formatIpv4(prefix.address) : formatCidr(prefix));
    }
    default:
      return undefined;
  }
}

function not({ inverted }: { readonly inverted: boolean }): string {
  return inverted ? '!' : '';
}
