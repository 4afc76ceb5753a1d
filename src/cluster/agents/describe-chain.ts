/** What was wrong with a chain that Felix writes anew. */
import type { Op } from '../../host/op';
import type { Chain } from '../../netfilter/chain';
import { idOf } from './owned/rule-id';

type Restored = Extract<Op, { readonly kind: 'chain-restore' }>;

/** @param present the table's chains as they are */
export function describeChain(
  present: readonly Chain[],
  { table, chain: name, rules }: Restored,
): string {
  const chain = present.find((one) => one.name === name);
  if (chain === undefined) return `put back chain ${name} of table ${table}`;
  const ids = chain.ruleValues.map(idOf);
  const strangers = ids.filter((id) => id === '').length;
  const missing = rules.filter((rule) => !ids.includes(idOf(rule))).length;
  const faults = [
    missing > 0 ? `${rulesWere(missing)} missing` : '',
    strangers > 0 ? `${rulesWere(strangers)} not Felix's` : '',
  ].filter((fault) => fault !== '');
  const why = faults.join(', ') || 'its rules were not as Felix left them';
  return `wrote chain ${name} of table ${table} anew: ${why}`;
}

function rulesWere(count: number): string {
  return count === 1 ? '1 rule was' : `${count} rules were`;
}
