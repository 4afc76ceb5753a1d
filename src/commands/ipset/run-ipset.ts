/** What each of ipset's commands does to the sets of a host. */
import { ipsetRefusal } from '../../netfilter/command-error';
import type { Netfilter } from '../../netfilter/netfilter';
import { parseCreate, unknownOption } from './create-options';
import type { IpsetCommand, IpsetLine } from './ipset-line';
import { listSets } from './list-sets';

type Action = (netfilter: Netfilter, line: IpsetLine) => string;

const ACTIONS: { readonly [Name in IpsetCommand]?: Action } = {
  list: (netfilter, line) => listSets(netfilter, line, 'plain'),
  save: (netfilter, line) => listSets(netfilter, line, 'save'),
  create,
  add: change('add'),
  del: change('delete'),
  flush,
  destroy,
  rename({ ipsets }, { operands: [name = '', newName = ''] }) {
    ipsets.rename(name, newName);
    return '';
  },
  swap({ ipsets }, { operands: [one = '', other = ''] }) {
    ipsets.swap(one, other);
    return '';
  },
};

/** @returns what is printed. @throws CommandError */
export function runIpset(netfilter: Netfilter, line: IpsetLine): string {
  return ACTIONS[line.command]?.(netfilter, line) ?? '';
}

function create({ ipsets }: Netfilter, { operands, orIgnore }: IpsetLine): string {
  const [name = '', ...rest] = operands;
  const { type, settings } = parseCreate(rest);
  if (!orIgnore || ipsets.find(name)?.type !== type) ipsets.create(name, type, settings);
  return '';
}

function change(how: 'add' | 'delete'): Action {
  return ({ ipsets }, { operands: [name = '', member = '', option], orIgnore }) => {
    ipsets.get(name);
    if (option !== undefined) throw unknownOption(option);
    ipsets[how](name, member, orIgnore);
    return '';
  };
}

function flush({ ipsets }: Netfilter, { operands: [wanted] }: IpsetLine): string {
  const names = wanted === undefined ? [...ipsets.entries()].map(([name]) => name) : [wanted];
  for (const name of names) ipsets.flush(name);
  return '';
}

/** All of them, or none where a rule asks for one. */
function destroy(netfilter: Netfilter, { operands: [wanted] }: IpsetLine): string {
  const names = [...netfilter.ipsets.entries()].map(([name]) => name);
  if (wanted === undefined && names.some((name) => netfilter.setReferences(name) > 0)) {
    throw ipsetRefusal('Set cannot be destroyed: it is in use by a kernel component');
  }
  for (const name of wanted === undefined ? names : [wanted]) netfilter.ipsets.destroy(name);
  return '';
}
