/**
 * `-j CHAIN` and `-g CHAIN`: on in another chain. Whoever was sent there by `-g` returns not here but
 * to the chain that jumped here (iptables(8); Linux: `ipt_do_table`, net/ipv4/netfilter/ip_tables.c).
 */
import type { TargetModule } from '../target';

export interface JumpTarget {
  readonly kind: 'jump';
  readonly chain: string;
}

export interface GotoTarget {
  readonly kind: 'goto';
  readonly chain: string;
}

export const jump: TargetModule<JumpTarget> = {
  names: [],
  options: {},
  build: (_, chain) => ({ kind: 'jump', chain }),
  render: ({ chain }) => `-j ${chain}`,
  list: ({ chain }) => ({ column: chain, text: '' }),
  compile: ({ chain }) => ({ kind: 'jump', chain }),
};

export const goTo: TargetModule<GotoTarget> = {
  names: [],
  options: {},
  build: (_, chain) => ({ kind: 'goto', chain }),
  render: ({ chain }) => `-g ${chain}`,
  list: ({ chain }) => ({ column: chain, text: '' }),
  compile: ({ chain }) => ({ kind: 'goto', chain }),
};
