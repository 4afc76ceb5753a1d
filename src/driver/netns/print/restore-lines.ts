/**
 * Changes of rules as the input of `iptables-restore --noflush` (iptables-restore(8)): a section a table,
 * in the order of the changes.
 */
import type { Op } from '../../../host/op';
import { renderRule } from '../../../netfilter/render-rule';

export type RuleOp = Extract<
  Op,
  {
    readonly kind:
      | 'chain-restore'
      | 'chain-delete'
      | 'chain-policy'
      | 'rule-insert'
      | 'rule-append'
      | 'rule-delete';
  }
>;

export function restoreText(ops: readonly RuleOp[]): string {
  const lines: string[] = [];
  let table: string | undefined;
  for (const op of ops) {
    if (op.table !== table) {
      if (table !== undefined) lines.push('COMMIT');
      lines.push(`*${op.table}`);
      table = op.table;
    }
    lines.push(...linesOf(op));
  }
  return `${[...lines, 'COMMIT'].join('\n')}\n`;
}

function linesOf(op: RuleOp): readonly string[] {
  switch (op.kind) {
    case 'chain-restore':
      return [
        // With --noflush the line of a chain empties it, or makes it.
        `:${op.chain} - [0:0]`,
        ...op.rules.map((rule) => `-A ${op.chain} ${renderRule(rule)}`),
      ];
    case 'chain-delete':
      return [`-F ${op.chain}`, `-X ${op.chain}`];
    case 'chain-policy':
      return [`-P ${op.chain} ${op.policy}`];
    case 'rule-insert':
      return [`-I ${op.chain} ${op.at} ${renderRule(op.rule)}`];
    case 'rule-append':
      return [`-A ${op.chain} ${renderRule(op.rule)}`];
    case 'rule-delete':
      return [`-D ${op.chain} ${renderRule(op.rule)}`];
  }
}
