/**
 * All that somebody wants of a Linux host: the wanted end, not the way there. `diffHostStates`
 * (diff-host-states.ts) says which `Op`s lead from one to the other.
 *
 * What a host has besides (its NIC, its own routes, a user's rules) is none of this state's business
 * and is left alone.
 */
import type { InterfaceAddress } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { IpSetType } from '../netfilter/ipset/ip-set';
import type { NetfilterTable } from '../netfilter/packet';
import type { Rule } from '../netfilter/rule';
import type { LinkSpec } from './op';
import type { Route, Scope } from './route';

export interface ChainState {
  readonly table: NetfilterTable;
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** Rules that somebody puts into a chain of the kernel's own, before and after everyone else's. */
export interface HookState {
  readonly table: NetfilterTable;
  /** `PREROUTING`, `FORWARD` … */
  readonly chain: string;
  readonly inserted: readonly Rule[];
  readonly appended: readonly Rule[];
}

export interface IpSetState {
  readonly name: string;
  readonly type: IpSetType;
  readonly members: readonly string[];
}

export interface HostState {
  readonly links: readonly LinkSpec[];
  readonly addresses: readonly {
    readonly device: string;
    readonly address: InterfaceAddress;
    readonly scope: Scope;
  }[];
  readonly routes: readonly Route[];
  readonly neighbours: readonly {
    readonly device: string;
    readonly address: Ipv4;
    readonly mac: Mac;
  }[];
  readonly fdb: readonly { readonly device: string; readonly mac: Mac; readonly remote: Ipv4 }[];
  /** Path with dots to value. */
  readonly sysctls: ReadonlyMap<string, string>;
  readonly ipsets: readonly IpSetState[];
  readonly chains: readonly ChainState[];
  readonly hooks: readonly HookState[];
}

export const EMPTY_HOST_STATE: HostState = {
  links: [],
  addresses: [],
  routes: [],
  neighbours: [],
  fdb: [],
  sysctls: new Map(),
  ipsets: [],
  chains: [],
  hooks: [],
};
