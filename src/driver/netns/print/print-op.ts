/**
 * `Op`s as the input of the tools that carry them out: as few batches as their order allows, for every
 * batch is a process.
 */
import { formatCidr } from '../../../addr/cidr';
import { formatIpv4 } from '../../../addr/ipv4';
import { formatMac } from '../../../addr/mac';
import { unreachable } from '../../../base/invariant';
import type { Op } from '../../../host/op';
import { linkAddLines } from './link-lines';
import { type RuleOp, restoreText } from './restore-lines';
import { routeLine } from './route-line';
import { sysctlLine } from './sysctl-line';

/** What the text of an op needs to know of the lab. */
export interface PrintContext {
  /** A host's name to its network namespace. */
  namespaceOf(host: string): string;
  readonly ipip: 'kernel' | 'stand-in';
}

export type ToolName = 'ip' | 'bridge' | 'sysctl' | 'ipset' | 'iptables-restore';

/** One process of a tool, and what it reads. */
export interface ToolBatch {
  readonly tool: ToolName;
  readonly input: string;
}

export function printOps(ops: readonly Op[], context: PrintContext): readonly ToolBatch[] {
  const batches: ToolBatch[] = [];
  let at = 0;
  while (at < ops.length) {
    const tool = toolOf(ops[at] as Op);
    let end = at + 1;
    while (end < ops.length && toolOf(ops[end] as Op) === tool) end += 1;
    batches.push({ tool, input: inputOf(tool, ops.slice(at, end), context) });
    at = end;
  }
  return batches;
}

function inputOf(tool: ToolName, ops: readonly Op[], context: PrintContext): string {
  if (tool === 'iptables-restore') return restoreText(ops as readonly RuleOp[]);
  return ops.flatMap((op) => linesOf(op, context).map((line) => `${line}\n`)).join('');
}

function toolOf(op: Op): ToolName {
  switch (op.kind) {
    case 'fdb-replace':
    case 'fdb-delete':
      return 'bridge';
    case 'sysctl':
      return 'sysctl';
    case 'ipset-create':
    case 'ipset-destroy':
    case 'ipset-swap':
      return 'ipset';
    default:
      return isRuleOp(op) ? 'iptables-restore' : 'ip';
  }
}

function isRuleOp(op: Op): op is RuleOp {
  return 'table' in op;
}

function linesOf(op: Exclude<Op, RuleOp> | Op, context: PrintContext): readonly string[] {
  if (isRuleOp(op)) return [];
  switch (op.kind) {
    case 'link-add':
      return linkAddLines(op.link, context);
    case 'link-delete':
      return [`link delete dev ${op.device}`];
    case 'link-up':
    case 'link-down':
      return [`link set dev ${op.device} ${op.kind.slice('link-'.length)}`];
    case 'link-mtu':
      return [`link set dev ${op.device} mtu ${op.mtu}`];
    case 'link-mac':
      return [`link set dev ${op.device} address ${formatMac(op.mac)}`];
    case 'address-add':
      return [`address add ${formatCidr(op.address)} dev ${op.device} scope ${op.scope}`];
    case 'address-delete':
      return [`address delete ${formatCidr(op.address)} dev ${op.device}`];
    case 'route-add':
    case 'route-append':
    case 'route-replace':
    case 'route-delete':
      return [routeLine(op.kind, op.route)];
    case 'neighbour-replace':
      return [
        `neighbour replace ${formatIpv4(op.address)} lladdr ${formatMac(op.mac)} ` +
          `dev ${op.device} nud ${op.state}`,
      ];
    case 'neighbour-delete':
      return [`neighbour delete ${formatIpv4(op.address)} dev ${op.device}`];
    case 'neighbour-flush':
      return [`neighbour flush dev ${op.device}`];
    case 'fdb-replace':
      return [
        `fdb replace ${formatMac(op.mac)} dev ${op.device} dst ${formatIpv4(op.remote)} self permanent`,
      ];
    case 'fdb-delete':
      return [`fdb delete ${formatMac(op.mac)} dev ${op.device} self`];
    case 'sysctl':
      return [sysctlLine(op.path, op.value)];
    case 'ipset-create':
      return [`create ${op.name} ${op.type} family inet maxelem 1048576`];
    case 'ipset-destroy':
      return [`destroy ${op.name}`];
    case 'ipset-swap':
      return [`flush ${op.name}`, ...op.members.map((member) => `add ${op.name} ${member}`)];
    default:
      return unreachable(op);
  }
}
