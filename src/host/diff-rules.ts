/**
 * IP sets, chains and hooks. A changed chain is restored whole, as Felix does; a chain is there before
 * the first jump to it and goes after the last.
 */
import type { Rule } from '../netfilter/rule';
import { diffKeyed, type KeyedPart, type PartDiff } from './diff-keyed';
import type { ChainState, HookState, HostState, IpSetState } from './host-state';
import type { Op } from './op';

/** A set's type goes with its name, so a change of type does not happen. */
export const IP_SETS: KeyedPart<IpSetState> = {
  key: ({ name, type }) => `${name} ${type}`,
  isSame: (one, other) => areSameLists(one.members, other.members),
  put: ({ name, type, members }, before) => {
    const swap: Op = { kind: 'ipset-swap', name, members };
    return before === undefined ? [{ kind: 'ipset-create', name, type }, swap] : [swap];
  },
  remove: ({ name }) => [{ kind: 'ipset-destroy', name }],
};

export function diffRules(
  from: Pick<HostState, 'chains' | 'hooks'>,
  to: Pick<HostState, 'chains' | 'hooks'>,
): PartDiff {
  const chains = diffChains(from.chains, to.chains);
  const hooks = diffKeyed(from.hooks, to.hooks, HOOKS);
  return {
    forward: [...chains.forward, ...hooks.forward],
    backward: [...hooks.backward, ...chains.backward],
  };
}

const HOOKS: KeyedPart<HookState> = {
  key: keyOfHook,
  isSame: (one, other) =>
    areSameRules(one.inserted, other.inserted) && areSameRules(one.appended, other.appended),
  put: (hook, before) => [...(before === undefined ? [] : removeHook(before)), ...addHook(hook)],
  remove: removeHook,
};

function keyOfHook({ table, chain }: HookState): string {
  return `${table} ${chain}`;
}

function addHook({ table, chain, inserted, appended }: HookState): readonly Op[] {
  return [
    ...inserted.map((rule, index): Op => {
      return { kind: 'rule-insert', table, chain, at: index + 1, rule };
    }),
    ...appended.map((rule): Op => ({ kind: 'rule-append', table, chain, rule })),
  ];
}

function removeHook({ table, chain, inserted, appended }: HookState): readonly Op[] {
  return [...inserted, ...appended].map((rule): Op => {
    return { kind: 'rule-delete', table, chain, rule };
  });
}

function diffChains(from: readonly ChainState[], to: readonly ChainState[]): PartDiff {
  if (from === to) return { forward: [], backward: [] };
  const left = new Map(from.map((chain) => [keyOf(chain.table, chain.name), chain]));
  const changed: ChainState[] = [];
  for (const chain of to) {
    const key = keyOf(chain.table, chain.name);
    const before = left.get(key);
    left.delete(key);
    if (before === chain) continue;
    if (before === undefined || !areSameRules(before.rules, chain.rules)) changed.push(chain);
  }
  return {
    forward: calleesFirst(changed).map(({ table, name, rules }) => {
      return { kind: 'chain-restore', table, chain: name, rules };
    }),
    backward: calleesFirst([...left.values()])
      .reverse()
      .map(({ table, name }) => ({ kind: 'chain-delete', table, chain: name })),
  };
}

/** Each chain behind those of the list that it leads to. Chains never lead in a circle. */
function calleesFirst(chains: readonly ChainState[]): ChainState[] {
  const waiting = new Map(chains.map((chain) => [keyOf(chain.table, chain.name), chain]));
  const ordered: ChainState[] = [];
  const visit = (chain: ChainState) => {
    waiting.delete(keyOf(chain.table, chain.name));
    for (const { target } of chain.rules) {
      if (target?.kind !== 'jump' && target?.kind !== 'goto') continue;
      const callee = waiting.get(keyOf(chain.table, target.chain));
      if (callee !== undefined) visit(callee);
    }
    ordered.push(chain);
  };
  for (const chain of chains) if (waiting.has(keyOf(chain.table, chain.name))) visit(chain);
  return ordered;
}

function keyOf(table: string, chain: string): string {
  return `${table} ${chain}`;
}

function areSameRules(one: readonly Rule[], other: readonly Rule[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every((rule, index) => {
    return rule === other[index] || JSON.stringify(rule) === JSON.stringify(other[index]);
  });
}

function areSameLists(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
