/**
 * Felix writes a chain only where one that it has written leads to it, from the kernel's own chains
 * downwards (felix/iptables/table.go, `maybeIncreaseRefs`).
 */
import type { FelixChain } from './rules/felix-rule';

/** The chains that the kernel's own lead to. */
const ROOTS: ReadonlySet<string> = new Set([
  'cali-PREROUTING',
  'cali-INPUT',
  'cali-FORWARD',
  'cali-OUTPUT',
  'cali-POSTROUTING',
]);

/** Those of one table's chains that are in use, in their order. */
export function referencedChains(chains: readonly FelixChain[]): readonly FelixChain[] {
  const byName = new Map(chains.map((chain) => [chain.name, chain]));
  // A `Set` walks over what is added on the way.
  const referenced = new Set(ROOTS);
  for (const name of referenced) {
    for (const { action } of byName.get(name)?.rules ?? []) {
      if (action?.chain !== undefined) referenced.add(action.chain);
    }
  }
  return chains.filter(({ name }) => referenced.has(name));
}
