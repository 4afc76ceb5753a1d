/**
 * A trace as text: the hop table that failure messages and reports show. One block of lines for each
 * host that the packet met, the host's name on the first of them.
 */
import { packetLine } from '../wire/print';
import { describeFate } from './describe-fate';
import { describeStep, describeUndecided, isUndecided, type NetfilterStep } from './describe-step';
import type { Step, Trace } from './trace';

/** The hop table of one packet, without a trailing newline. */
export function describeTrace(trace: Trace): string {
  const width = 2 + trace.hops.reduce((longest, hop) => Math.max(longest, hop.host.length), 0);
  const indent = ' '.repeat(width);
  const lines: string[] = [];
  for (const { host, steps } of trace.hops) {
    let margin = host.padEnd(width);
    for (const line of linesOf(steps)) {
      lines.push(margin + line);
      margin = indent;
    }
  }
  return lines.join('\n');
}

/** Tables in a row that left the packet alone share a line; what a packet carries is indented. */
function linesOf(steps: readonly Step[]): readonly string[] {
  const lines: string[] = [];
  let undecided: NetfilterStep[] = [];
  for (const step of steps) {
    if (isUndecided(step)) {
      undecided.push(step);
      continue;
    }
    if (undecided.length > 0) lines.push(describeUndecided(undecided));
    undecided = [];
    lines.push(...describeStep(step).replaceAll('\n', '\n    ').split('\n'));
  }
  if (undecided.length > 0) lines.push(describeUndecided(undecided));
  return lines;
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
