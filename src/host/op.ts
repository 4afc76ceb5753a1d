/**
 * One change to a Linux host, in Linux's own vocabulary. Calico's side emits these, the simulated
 * kernel applies them, and another driver can print them as `ip`, `iptables` and `ipset` commands.
 */
import type { InterfaceAddress } from '../addr/cidr';
import type { Ipv4 } from '../addr/ipv4';
import type { Mac } from '../addr/mac';
import type { IpSetType } from '../netfilter/ipset/ip-set';
import type { NetfilterTable } from '../netfilter/packet';
import type { Rule } from '../netfilter/rule';
import type { Route, Scope } from './route';

/** A device to be made; the kinds that `ip link add … type` knows here. */
export type LinkSpec =
  | {
      readonly kind: 'veth';
      readonly name: string;
      readonly mac: Mac;
      readonly mtu: number;
      /** The other end, in the network namespace of that name. */
      readonly peer: {
        readonly netns: string;
        readonly name: string;
        readonly mac: Mac;
        readonly mtu: number;
      };
    }
  | { readonly kind: 'ipip'; readonly name: string; readonly mtu: number }
  | {
      readonly kind: 'vxlan';
      readonly name: string;
      readonly mac: Mac;
      readonly mtu: number;
      readonly vni: number;
      readonly port: number;
      readonly local: Ipv4;
      /** The device that carries the outer packets. */
      readonly device: string;
    };

export type Op =
  | { readonly kind: 'link-add'; readonly link: LinkSpec }
  | { readonly kind: 'link-delete'; readonly device: string }
  | { readonly kind: 'link-up'; readonly device: string }
  | { readonly kind: 'link-down'; readonly device: string }
  | { readonly kind: 'link-mtu'; readonly device: string; readonly mtu: number }
  | { readonly kind: 'link-mac'; readonly device: string; readonly mac: Mac }
  | {
      readonly kind: 'address-add';
      readonly device: string;
      readonly address: InterfaceAddress;
      readonly scope: Scope;
    }
  | { readonly kind: 'address-delete'; readonly device: string; readonly address: InterfaceAddress }
  /** `add` fails where the route exists, `replace` does not; `append` wants none that is the same. */
  | {
      readonly kind: 'route-add' | 'route-append' | 'route-replace' | 'route-delete';
      readonly route: Route;
    }
  | {
      readonly kind: 'neighbour-replace';
      readonly device: string;
      readonly address: Ipv4;
      readonly mac: Mac;
      readonly state: 'permanent' | 'reachable' | 'stale' | 'noarp';
    }
  | { readonly kind: 'neighbour-delete'; readonly device: string; readonly address: Ipv4 }
  | { readonly kind: 'neighbour-flush'; readonly device: string }
  /** VXLAN's forwarding database: frames for `mac` go to the tunnel endpoint `remote`. */
  | {
      readonly kind: 'fdb-replace';
      readonly device: string;
      readonly mac: Mac;
      readonly remote: Ipv4;
    }
  | { readonly kind: 'fdb-delete'; readonly device: string; readonly mac: Mac }
  /** `path` with dots or slashes as `sysctl` takes it: `net.ipv4.conf.ens5.rp_filter`. */
  | { readonly kind: 'sysctl'; readonly path: string; readonly value: string }
  /** `iptables-restore --noflush`: the chain is made or emptied, then filled. */
  | {
      readonly kind: 'chain-restore';
      readonly table: NetfilterTable;
      readonly chain: string;
      readonly rules: readonly Rule[];
    }
  | { readonly kind: 'chain-delete'; readonly table: NetfilterTable; readonly chain: string }
  | {
      readonly kind: 'chain-policy';
      readonly table: NetfilterTable;
      readonly chain: string;
      readonly policy: 'ACCEPT' | 'DROP';
    }
  /** `at` counts from 1, as `iptables -I CHAIN 1` does. */
  | {
      readonly kind: 'rule-insert';
      readonly table: NetfilterTable;
      readonly chain: string;
      readonly at: number;
      readonly rule: Rule;
    }
  | {
      readonly kind: 'rule-append' | 'rule-delete';
      readonly table: NetfilterTable;
      readonly chain: string;
      readonly rule: Rule;
    }
  /** `ipset create … maxelem 1048576`. */
  | { readonly kind: 'ipset-create'; readonly name: string; readonly type: IpSetType }
  | { readonly kind: 'ipset-destroy'; readonly name: string }
  /** `ipset restore` of a whole set: its members become these and no others. */
  | { readonly kind: 'ipset-swap'; readonly name: string; readonly members: readonly string[] };
