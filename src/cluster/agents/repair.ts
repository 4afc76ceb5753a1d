/**
 * What an agent puts right, in the portions in which it is told: the `Op`s that belong together, and
 * what they come to, said before they are done, while it can still be seen what was wrong.
 */
import { formatRoute } from '../../host/format-route';
import type { Op } from '../../host/op';
import { opCommand } from '../../host/op-command';
import type { Netns } from '../../kernel/netns';
import { describeChain } from './describe-chain';

interface Repair {
  readonly ops: readonly Op[];
  /** `put back the route 172.16.158.2 dev calibd2348b4f67 scope link` */
  readonly what: string;
}

export function repairsOf(host: Netns, ops: readonly Op[]): readonly Repair[] {
  const groups = new Map<string, Op[]>();
  for (const [at, op] of ops.entries()) {
    const subject = subjectOf(op) ?? `${at}`;
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [op]);
    else group.push(op);
  }
  return [...groups.values()].map((group) => ({
    ops: group,
    what: describe(host, group),
  }));
}

/** What ops in a row are all about; `undefined` for one that is told by itself. */
function subjectOf(op: Op): string | undefined {
  switch (op.kind) {
    case 'rule-insert':
    case 'rule-append':
    case 'rule-delete':
      return `rules ${op.table} ${op.chain}`;
    case 'ipset-create':
    case 'ipset-swap':
      return `set ${op.name}`;
    case 'link-add':
    case 'link-up':
      return `link ${op.kind === 'link-add' ? op.link.name : op.device}`;
    default:
      return undefined;
  }
}

function describe(host: Netns, [op, ...others]: readonly Op[]): string {
  switch (op?.kind) {
    case 'chain-restore':
      return describeChain(host.netfilter.chains(op.table), op);
    case 'chain-delete':
      return `deleted chain ${op.chain} of table ${op.table}, which Felix does not know`;
    case 'rule-insert':
    case 'rule-append':
    case 'rule-delete': {
      const hasRules = [op, ...others].some(({ kind }) => kind !== 'rule-delete');
      const where = `${op.chain} of table ${op.table}`;
      return hasRules
        ? `put its rules back into their places in ${where}`
        : `took its rules out of ${where}`;
    }
    case 'ipset-create':
      return `made the ipset ${op.name} again`;
    case 'ipset-swap':
      return `put back the members of the ipset ${op.name}`;
    case 'ipset-destroy':
      return `destroyed the ipset ${op.name}, which Felix does not know`;
    case 'route-add':
    case 'route-replace':
      return `put back the route ${formatRoute(op.route)}`;
    case 'route-delete':
      return `removed the route ${formatRoute(op.route)}`;
    case 'link-add':
      return `made ${op.link.name} again`;
    default:
      return (op && opCommand(op)) ?? 'did nothing';
  }
}
