/** The tables of iptables by name. */
import { CommandError } from '../../netfilter/command-error';
import type { NetfilterTable } from '../../netfilter/packet';

const TABLES: readonly NetfilterTable[] = ['filter', 'nat', 'mangle', 'raw'];

export function tableNamed(name: string): NetfilterTable | undefined {
  return TABLES.find((table) => table === name);
}

export function noTable(name: string): CommandError {
  const what = `can't initialize iptables table \`${name}': Table does not exist (do you need to insmod?)`;
  const hint = 'Perhaps iptables or your kernel needs to be upgraded.';
  return new CommandError(`iptables v1.8.9 (legacy): ${what}\n${hint}`, 3);
}
