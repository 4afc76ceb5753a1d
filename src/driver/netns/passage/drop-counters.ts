/**
 * What rules have dropped, from `iptables-save -c` (iptables-save(8)): `[3:252] -A FORWARD … -j DROP`.
 */
export interface DropCounter {
  readonly table: string;
  readonly chain: string;
  /** From 1, as `iptables -L --line-numbers` counts. */
  readonly number: number;
  /** The rule without its chain. */
  readonly text: string;
  readonly packets: number;
}

const RULE = /^\[(\d+):\d+\] -A (\S+) (.*)$/;

export function readDropCounters(saved: string): readonly DropCounter[] {
  const counters: DropCounter[] = [];
  const rules = new Map<string, number>();
  let table = '';
  for (const line of saved.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1);
    const [, packets, chain, text] = RULE.exec(line) ?? [];
    if (chain === undefined || text === undefined) continue;
    const number = (rules.get(`${table} ${chain}`) ?? 0) + 1;
    rules.set(`${table} ${chain}`, number);
    if (text.includes('-j DROP'))
      counters.push({ table, chain, number, text, packets: Number(packets) });
  }
  return counters;
}
