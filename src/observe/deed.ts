/**
 * What is done to a scenario's cluster, in order: enough for somebody else to do the same to another
 * cluster, such as one of namespaces.
 */
import type { Mac } from '../addr/mac';
import type { Op } from '../host/op';

export type Deed =
  /** A host with nothing but its loopback device, up. */
  | { readonly kind: 'host-add'; readonly host: string }
  | { readonly kind: 'host-remove'; readonly host: string }
  | {
      readonly kind: 'plug';
      readonly host: string;
      readonly device: string;
      readonly segment: string;
      readonly mac: Mac;
      /** Bytes. */
      readonly mtu: number;
    }
  | { readonly kind: 'op'; readonly host: string; readonly op: Op }
  /** One iptables command, as after `iptables`. */
  | { readonly kind: 'iptables'; readonly host: string; readonly words: readonly string[] }
  | { readonly kind: 'conntrack-flush'; readonly host: string };
