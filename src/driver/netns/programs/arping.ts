/**
 * `arping` of iputils, asking everybody each time: its words, and what it prints read back.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import type { ArpingOutcome, ArpingStimulus } from '../../stimulus';
import type { ToolResult } from '../lab/run-tool';
import type { BareOutcome } from './program';

export function arpingWords({ device, target, count }: ArpingStimulus): readonly string[] {
  return ['arping', '-b', '-c', String(count), '-I', device, formatIpv4(target)];
}

const ANSWER = /^Unicast reply from \S+ \[([0-9A-F:]+)\]/;

export function readArping(
  stimulus: ArpingStimulus,
  { stdout, stderr, exit }: ToolResult,
): BareOutcome<ArpingOutcome> {
  const answers = stdout.split('\n').flatMap((line) => ANSWER.exec(line)?.[1]?.toLowerCase() ?? []);
  return { kind: 'arping', stimulus, output: stdout + stderr, exit, answers };
}
