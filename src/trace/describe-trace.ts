/**
 * A trace as text: the hop table that failure messages and reports show. One block of lines for each
 * host that the packet met, the host's name on the first of them.
 */
import { unreachable } from '../base/invariant';
import { packetLine } from '../wire/print';
import { describeStep } from './describe-step';
import { explainDrop } from './explain-drop';
import type { Fate, Trace } from './trace';

/** The hop table of one packet, without a trailing newline. */
export function describeTrace(trace: Trace): string {
  const width = 2 + trace.hops.reduce((longest, hop) => Math.max(longest, hop.host.length), 0);
  const indent = ' '.repeat(width);
  const lines: string[] = [];
  for (const hop of trace.hops) {
    let margin = hop.host.padEnd(width);
    for (const step of hop.steps) {
      for (const line of describeStep(step)) {
        lines.push(margin + line);
        margin = indent;
      }
    }
  }
  return lines.join('\n');
}

/** The hop tables of several packets, each under a line that says what was sent and how it ended. */
export function describeTraces(traces: readonly Trace[]): string {
  return traces
    .map(
      (trace) =>
        `packet ${trace.id}: ${packetLine(trace.sent)}\n${describeFate(trace.fate)}\n\n${describeTrace(trace)}`,
    )
    .join('\n\n');
}

/** `dropped on k8s-w1 (NEIGH_FAILED): nobody answered …`. */
export function describeFate(fate: Fate | undefined): string {
  if (fate === undefined) return 'still under way when the watch ended';
  switch (fate.kind) {
    case 'delivered':
      return `delivered on ${fate.host}`;
    case 'dropped':
      return `dropped on ${fate.host} (${fate.reason}): ${explainDrop(fate.reason)}; ${fate.because}`;
    case 'split':
      return 'went on as fragments';
    case 'merged':
      return 'was put together with its other fragments';
    default:
      return unreachable(fate);
  }
}
