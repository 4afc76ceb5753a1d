/**
 * What matches and targets ask of the rule around them: iptables checks the command line, the kernel
 * the table (`checkentry` of the extensions).
 */
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../wire/ipv4';
import { parameterProblem } from './command-error';
import type { Match } from './matches/index';
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

/** The kernel's own chains of nat in which these targets mean something. */
const CHAINS_OF_NAT: Readonly<Partial<Record<Target['kind'], readonly string[]>>> = {
  masquerade: ['POSTROUTING'],
  snat: ['POSTROUTING', 'INPUT'],
  dnat: ['PREROUTING', 'OUTPUT'],
  redirect: ['PREROUTING', 'OUTPUT'],
};
const HOOKS: ReadonlySet<string> = new Set(['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']);

/** Whether the kernel takes the rule into this chain. */
export function mayStandIn(table: NetfilterTable, chain: string, rule: Rule): boolean {
  const { target, matches } = rule;
  const only = target && ONLY_IN[target.kind];
  if (only !== undefined && only !== table) return false;
  const chains = target && CHAINS_OF_NAT[target.kind];
  if (chains !== undefined && HOOKS.has(chain) && !chains.includes(chain)) return false;
  if (target?.kind === 'reject' && target.with === 'tcp-reset' && protocolOf(rule) !== 6) {
    return false;
  }
  if (!matches.every((match) => isOfProtocol(match, protocolOf(rule)))) return false;
  const hasRpfilter = matches.some(({ kind }) => kind === 'rpfilter');
  return !hasRpfilter || table === 'raw' || table === 'mangle';
}

/** tcp, udp and icmp must be asked of their own protocol only. */
function isOfProtocol({ kind }: Match, protocol: number | undefined): boolean {
  if (kind === 'tcp') return protocol === PROTOCOL_TCP;
  if (kind === 'udp') return protocol === PROTOCOL_UDP;
  return kind !== 'icmp' || protocol === PROTOCOL_ICMP;
}

function protocolOf({ matches }: Rule): number | undefined {
  for (const match of matches) {
    if (match.kind === 'protocol' && !match.inverted) return match.protocol;
  }
  return undefined;
}
