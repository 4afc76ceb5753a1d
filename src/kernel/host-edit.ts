/**
 * One change to a host that somebody has made, as it is told to whoever watches over the hosts: Linux
 * tells of links, addresses, routes and neighbours by netlink; of rules, only that they are others now.
 */
import type { Op } from '../host/op';
import type { RulesPart } from '../netfilter/packet';
import type { Netns } from './netns';

export type HostEdit =
  | { readonly kind: 'op'; readonly op: Op }
  | { readonly kind: 'rules'; readonly part: RulesPart };

export interface HostWatcher {
  /** Whether it wants to be told just now. */
  readonly isAwake: boolean;
  /** A change, whoever made it: for rules before it is made, for all else after. */
  edited(host: Netns, edit: HostEdit): void;
}
