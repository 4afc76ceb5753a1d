/**
 * Carries out `Op`s on a host: the batches one after the other, for later ones build on earlier ones.
 */
import type { Op } from '../../../host/op';
import type { Lab } from '../lab/lab';
import { runTool } from '../lab/run-tool';
import { type PrintContext, printOps, type ToolBatch } from '../print/print-op';

/**
 * What somebody removed before cannot be removed again; a link that is down takes no routes. In the
 * words of iproute2 and ipset.
 */
const TOLERATED =
  /No such process|Cannot find device|No such device|Network is down|No such file|Device for nexthop is not up|does(?:n't| not) exist|Cannot assign requested address/;

/** Says only that the line before it was a failure. */
const FRAME_LINE = /^Command failed |^$/;

/** @throws Error with the tool's words where a change was refused */
export async function carryOut(
  lab: Lab,
  host: string,
  ops: readonly Op[],
  context: PrintContext,
): Promise<void> {
  for (const batch of printOps(ops, context)) {
    const { stderr, exit } = await runBatch(lab, host, batch);
    if (exit === 0) continue;
    const complaints = stderr
      .split('\n')
      .filter((line) => !FRAME_LINE.test(line) && !TOLERATED.test(line));
    if (complaints.length === 0 && batch.tool !== 'iptables-restore') continue;
    throw new Error(`${batch.tool} on ${host}: ${complaints.join('; ')}\n${batch.input}`);
  }
}

function runBatch(lab: Lab, host: string, { tool, input }: ToolBatch) {
  const stdin = { stdin: input };
  switch (tool) {
    case 'ip':
    case 'bridge':
      // They enter the namespace themselves, which is cheaper than having them entered.
      return runTool([tool, '-n', lab.namespaceOf(host), '-force', '-batch', '-'], stdin);
    case 'sysctl':
      return lab.run(host, ['sysctl', '-q', '-p', '-'], stdin);
    case 'ipset':
      return lab.run(host, ['ipset', 'restore'], stdin);
    case 'iptables-restore':
      return lab.run(host, ['iptables-restore', '--noflush', '--wait', '5'], stdin);
  }
}
