/**
 * What matches and targets ask of the rule around them: iptables checks the command line, the kernel
 * the table (`checkentry` of the extensions).
 */
import { parameterProblem } from './command-error';
import type { NetfilterTable } from './packet';
import type { Rule } from './rule';
import type { Target } from './targets/index';

/** tcp, udp, dccp, sctp, udplite: protocols whose first bytes are ports. */
const PROTOCOLS_WITH_PORTS: readonly number[] = [6, 17, 33, 132, 136];

/** @throws CommandError where ports are asked for, but no protocol that has them */
export function checkRule({ matches, target }: Rule): void {
  const protocol = protocolOf({ matches, target });
  const hasPorts = protocol !== undefined && PROTOCOLS_WITH_PORTS.includes(protocol);
  if (hasPorts) return;
  if (matches.some(({ kind }) => kind === 'multiport')) {
    throw parameterProblem(
      "multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'",
    );
  }
  if (target !== undefined && 'ports' in target && target.ports !== undefined) {
    throw parameterProblem('Need TCP, UDP, SCTP or DCCP with port specification');
  }
}

const ONLY_IN: Readonly<Partial<Record<Target['kind'], NetfilterTable>>> = {
  reject: 'filter',
  masquerade: 'nat',
  snat: 'nat',
  dnat: 'nat',
  redirect: 'nat',
  notrack: 'raw',
};

/** Whether the kernel takes the rule into this table. */
export function mayStandIn(table: NetfilterTable, rule: Rule): boolean {
  const { target, matches } = rule;
  const only = target && ONLY_IN[target.kind];
  if (only !== undefined && only !== table) return false;
  if (target?.kind === 'reject' && target.with === 'tcp-reset' && protocolOf(rule) !== 6) {
    return false;
  }
  const hasRpfilter = matches.some(({ kind }) => kind === 'rpfilter');
  return !hasRpfilter || table === 'raw' || table === 'mangle';
}

function protocolOf({ matches }: Rule): number | undefined {
  for (const match of matches) {
    if (match.kind === 'protocol' && !match.inverted) return match.protocol;
  }
  return undefined;
}
