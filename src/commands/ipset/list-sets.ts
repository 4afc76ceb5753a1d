/** `ipset list` and `ipset save`: which sets, how much of them, in which form. */
import { parseIpv4 } from '../../addr/ipv4';
import type { Netfilter } from '../../netfilter/netfilter';
import { linesOf } from '../command';
import type { IpsetLine, OutputMode } from './ipset-line';
import { type ListedSet, plainSet, savedSet, xmlSet } from './render-set';

export function listSets(netfilter: Netfilter, line: IpsetLine, usual: OutputMode): string {
  const [wanted] = line.operands;
  if (wanted !== undefined) netfilter.ipsets.get(wanted);
  const entries = [...netfilter.ipsets.entries()].filter(
    ([name]) => wanted === undefined || name === wanted,
  );
  if (line.namesOnly) return linesOf(entries.map(([name]) => name));
  const sets = entries.map(
    ([name, set]): ListedSet => ({
      name,
      set,
      references: netfilter.setReferences(name),
      members: line.isTerse ? undefined : membersOf(set.members, line),
    }),
  );
  switch (line.mode ?? usual) {
    case 'plain':
      return sets.map(plainSet).join('\n');
    case 'save':
      return sets.map(savedSet).join('');
    case 'xml':
      return `<ipsets>\n${sets.map(xmlSet).join('')}</ipsets>\n`;
  }
}

function membersOf(members: readonly string[], { isSorted }: IpsetLine): readonly string[] {
  return isSorted ? [...members].sort(byAddress) : members;
}

/** By address, and of equal ones by what follows it. */
function byAddress(one: string, other: string): number {
  const difference = addressOf(one) - addressOf(other);
  if (difference !== 0) return difference;
  return one < other ? -1 : 1;
}

function addressOf(member: string): number {
  return parseIpv4(/^[\d.]+/.exec(member)?.[0] ?? '') ?? 0;
}
