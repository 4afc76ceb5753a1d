/** The tables of iptables by name. */
import { type CommandError, notModelled, otherProblem } from '../../netfilter/command-error';
import type { NetfilterTable } from '../../netfilter/packet';

/** In the order in which `iptables-save` prints them (`xtables_ipv4`, iptables/nft.c). */
export const TABLES: readonly NetfilterTable[] = ['mangle', 'raw', 'filter', 'nat'];

export function tableNamed(name: string): NetfilterTable | undefined {
  if (name === 'security') throw notModelled('table security');
  return TABLES.find((table) => table === name);
}

export function noTable(name: string): CommandError {
  const hint = 'Perhaps iptables or your kernel needs to be upgraded.';
  return otherProblem(`table '${name}' does not exist\n${hint}`, 3);
}
