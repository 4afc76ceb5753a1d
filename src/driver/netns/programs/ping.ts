/**
 * `ping` of iputils: its words, and what it prints read back (ping/ping.c, ping_common.c).
 */
import { formatIpv4, ipv4 } from '../../../addr/ipv4';
import type { PingOutcome, PingStimulus } from '../../stimulus';
import type { ToolResult } from '../lab/run-tool';
import type { BareOutcome } from './program';

export function pingWords(stimulus: PingStimulus): readonly string[] {
  const { to, count, intervalMs, timeoutMs, size, ttl, df, source, icmpId } = stimulus;
  return [
    'ping',
    ...['-n', '-c', String(count), '-i', seconds(intervalMs), '-W', seconds(timeoutMs)],
    ...['-s', String(size), '-M', df],
    ...(ttl === undefined ? [] : ['-t', String(ttl)]),
    ...(source === undefined ? [] : ['-I', formatIpv4(source)]),
    ...(icmpId === undefined ? [] : ['-e', String(icmpId)]),
    formatIpv4(to),
  ];
}

function seconds(milliseconds: number): string {
  return String(milliseconds / 1000);
}

const ADDRESS = String.raw`(\d+\.\d+\.\d+\.\d+)`;
const REPLY = new RegExp(
  `^(\\d+) bytes from ${ADDRESS}: icmp_seq=(\\d+) ttl=(\\d+)(?: time=([\\d.]+) ms)?`,
);
const ERROR = new RegExp(`^From ${ADDRESS} icmp_seq=(\\d+) (.*)$`);
const SUMMARY = /^(\d+) packets transmitted, (\d+) received/;
const LOCAL_ERROR = /^ping: (?:local error: )?(.*)$/;

export function readPing(
  stimulus: PingStimulus,
  { stdout, stderr, exit }: ToolResult,
): BareOutcome<PingOutcome> {
  const replies: PingOutcome['replies'][number][] = [];
  const errors: PingOutcome['errors'][number][] = [];
  let sent = 0;
  let received = 0;
  for (const line of stdout.split('\n')) {
    const [, bytes, from, sequence, ttl, time = '0'] = REPLY.exec(line) ?? [];
    if (bytes !== undefined && from !== undefined) {
      replies.push({
        from: ipv4(from),
        sequence: Number(sequence),
        ttl: Number(ttl),
        bytes: Number(bytes),
        roundTripUs: Math.round(Number(time) * 1000),
      });
    }
    const [, reporter, at, text] = ERROR.exec(line) ?? [];
    if (reporter !== undefined && text !== undefined) {
      errors.push({ from: ipv4(reporter), sequence: Number(at), text });
    }
    const [, transmitted, arrived] = SUMMARY.exec(line) ?? [];
    if (transmitted !== undefined) [sent, received] = [Number(transmitted), Number(arrived)];
  }
  const localErrors = stderr.split('\n').flatMap((line) => LOCAL_ERROR.exec(line)?.[1] ?? []);
  const output = stdout + stderr;
  return { kind: 'ping', stimulus, output, exit, sent, received, replies, errors, localErrors };
}
