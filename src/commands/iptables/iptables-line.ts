/** What a command line of iptables says: one command, its operands, a rule and how to print. */
import type { NetfilterTable } from '../../netfilter/packet';

export type IptablesCommand =
  | 'append'
  | 'check'
  | 'delete'
  | 'insert'
  | 'replace'
  | 'list'
  | 'list-rules'
  | 'flush'
  | 'zero'
  | 'new-chain'
  | 'delete-chain'
  | 'rename-chain'
  | 'policy'
  | 'version';

export interface IptablesLine {
  readonly table: NetfilterTable;
  readonly command: IptablesCommand;
  readonly chain: string | undefined;
  /** A policy, or a chain's new name. */
  readonly second: string | undefined;
  /** From 1. */
  readonly ruleNumber: number | undefined;
  /** Words of the rule. */
  readonly rule: readonly string[];
  /** `-c`: what the rule's counters begin with. */
  readonly counters: Counters | undefined;
  /** `-L -Z`: what was listed is zeroed. */
  readonly alsoZero: boolean;
  readonly manner: ListManner;
}

export interface Counters {
  readonly packets: number;
  readonly bytes: number;
}

export interface ListManner {
  /** `-n` */
  readonly isNumeric: boolean;
  /** `-v` */
  readonly isVerbose: boolean;
  /** `-x`: counters without K and M. */
  readonly isExact: boolean;
  /** `--line-numbers` */
  readonly hasNumbers: boolean;
}
