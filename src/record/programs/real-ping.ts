/**
 * `ping` of iputils on a real host: its words, and what a reader makes of the lines (ping/ping.c).
 */
import { formatIpv4 } from '../../addr/ipv4';
import type { ToolResult } from '../../driver/netns/lab/run-tool';
import type { ActionOf } from '../../observe/action';
import { linesOf, withoutTimes } from '../../observe/actions/ping';
import type { JsonObject } from '../../observe/json';
import type { World } from '../../observe/world';
import type { RealHosts } from '../real-hosts';

/** What a program may take longer than its own words say, in milliseconds. */
const GRACE_MS = 12_000;

export async function realPing(
  world: World,
  { lab }: RealHosts,
  action: ActionOf<'ping'>,
): Promise<JsonObject> {
  const { count, interval, wait } = action;
  const patienceMs = (count * interval + wait) * 1000 + GRACE_MS;
  return readPing(await lab.run(action.from, wordsOf(world, action), { patienceMs }));
}

function wordsOf(world: World, action: ActionOf<'ping'>): readonly string[] {
  const { count, interval, wait, size, ttl, df, source, icmpId, to } = action;
  const options = [
    ['-s', size],
    ['-t', ttl],
    ['-M', df],
    ['-I', source === undefined ? undefined : formatIpv4(world.resolve(source))],
    ['-e', icmpId],
  ] as const;
  return [
    'ping',
    ...['-n', '-c', String(count), '-i', String(interval), '-W', String(wait)],
    ...options.flatMap(([option, value]) => (value === undefined ? [] : [option, String(value)])),
    formatIpv4(world.resolve(to)),
  ];
}

const REPLY = /^(\d+) bytes from ([\d.]+): icmp_seq=(\d+) ttl=(\d+)/;
const ERROR = /^From ([\d.]+):? icmp_seq=(\d+) (.*)$/;
const SUMMARY = /^(\d+) packets transmitted, (\d+) received(.*?), ([\d.]+)% packet loss/;

function readPing({ stdout, stderr, exit }: ToolResult): JsonObject {
  const lines = linesOf(stdout);
  const [, sent = '0', received = '0', counts = '', loss] =
    lines.map((line) => SUMMARY.exec(line)).find((match) => match !== null) ?? [];
  return {
    sent: Number(sent),
    received: Number(received),
    errors: numberBefore('errors', counts),
    exit,
    replies: lines.flatMap(replyIn),
    icmpErrors: lines.flatMap(errorIn),
    localErrors: linesOf(stderr).map((line) => line.replace(/^ping: (local error: )?/, '')),
    stdout: lines.map(withoutTimes),
    // Of a ping that never began there are no statistics.
    ...(loss !== undefined && { dups: numberBefore('duplicates', counts), lossPct: Number(loss) }),
  };
}

function numberBefore(word: string, counts: string): number {
  return Number(new RegExp(`\\+(\\d+) ${word}`).exec(counts)?.[1] ?? 0);
}

function replyIn(line: string): JsonObject[] {
  const [, bytes, from, seq, ttl] = REPLY.exec(line) ?? [];
  if (bytes === undefined || from === undefined) return [];
  const reply = { from, seq: Number(seq), ttl: Number(ttl), bytes: Number(bytes) };
  const marks = [
    ['DUP', 'dup'],
    ['DIFFERENT ADDRESS', 'differentAddress'],
  ] as const;
  const shown = marks.filter(([words]) => line.includes(words)).map(([, key]) => [key, true]);
  return [{ ...reply, ...Object.fromEntries(shown) }];
}

function errorIn(line: string): JsonObject[] {
  const [, from, seq, text] = ERROR.exec(line) ?? [];
  if (from === undefined || text === undefined) return [];
  return [{ from, seq: Number(seq), text: text.trim() }];
}
