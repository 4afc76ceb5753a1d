/**
 * `traceroute` of Debian (2.1), one probe at a time: its words, and what it prints read back.
 */
import { formatIpv4, ipv4 } from '../../../addr/ipv4';
import type { TracerouteOutcome, TracerouteStimulus } from '../../stimulus';
import type { ToolResult } from '../lab/run-tool';
import type { BareOutcome } from './program';

/** A real network of one machine answers at once; what has not come by then never comes. */
const WAIT_SECONDS = '2';

export function tracerouteWords({ to, method, maxHops }: TracerouteStimulus): readonly string[] {
  return [
    'traceroute',
    ...['-n', '-q', '1', '-N', '1', '-w', WAIT_SECONDS, '-m', String(maxHops)],
    ...(method === 'icmp' ? ['-I'] : []),
    formatIpv4(to),
    '60',
  ];
}

const HOP = /^ *(\d+) {2}(?:(\d+\.\d+\.\d+\.\d+)|\*)/;

export function readTraceroute(
  stimulus: TracerouteStimulus,
  { stdout, stderr, exit }: ToolResult,
): BareOutcome<TracerouteOutcome> {
  const hops = stdout.split('\n').flatMap((line) => {
    const [, ttl, from] = HOP.exec(line) ?? [];
    if (ttl === undefined) return [];
    return [{ ttl: Number(ttl), from: from === undefined ? undefined : ipv4(from) }];
  });
  return { kind: 'traceroute', stimulus, output: stdout + stderr, exit, hops };
}
