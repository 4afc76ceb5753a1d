/**
 * Felix's IP sets, read back (felix/ipsets/ipsets.go, `tryResync`): by their names they are its own;
 * those that it does not know go.
 */
import { diffHostStates } from '../../../host/diff-host-states';
import { EMPTY_HOST_STATE, type HostState, type IpSetState } from '../../../host/host-state';
import type { Op } from '../../../host/op';
import type { Netns } from '../../../kernel/netns';

const FELIX_SET = 'cali40';

export function ipSetRepairs({ netfilter }: Netns, { ipsets }: HostState): readonly Op[] {
  const wanted = new Map(ipsets.map((set) => [set.name, set]));
  const present: IpSetState[] = [];
  for (const [name, { type, members }] of netfilter.ipsets.entries()) {
    if (!name.startsWith(FELIX_SET)) continue;
    const same = wanted.get(name);
    const isSame = same !== undefined && areSameMembers(same.members, members);
    present.push(isSame ? same : { name, type, members });
  }
  return diffHostStates({ ...EMPTY_HOST_STATE, ipsets: present }, { ...EMPTY_HOST_STATE, ipsets });
}

function areSameMembers(one: readonly string[], other: readonly string[]): boolean {
  const left = new Set(one.map(asListed));
  return left.size === other.length && other.every((member) => left.has(asListed(member)));
}

/** `ipset list` leaves out the length of a single address. */
function asListed(member: string): string {
  return member.endsWith('/32') ? member.slice(0, -3) : member;
}
