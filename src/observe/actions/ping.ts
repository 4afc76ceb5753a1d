/**
 * ping, what it prints, and what a reader makes of the lines.
 */
import { formatIpv4 } from '../../addr/ipv4';
import { describePingError, renderPing } from '../../commands/ping/render-ping';
import type { PingEvent, PingReply, PingRun } from '../../kernel/programs/ping';
import { ping } from '../../kernel/programs/ping';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';

export function runPing(world: World, action: ActionOf<'ping'>): JsonObject {
  const run = ping(world.netns(action.from), {
    to: world.resolve(action.to),
    count: action.count,
    intervalMs: action.interval * 1000,
    timeoutMs: action.wait * 1000,
    size: action.size,
    ttl: action.ttl,
    df: action.df,
    source: action.source === undefined ? undefined : world.resolve(action.source),
    icmpId: action.icmpId,
  });
  const { stdout, stderr, exit } = renderPing(run);
  return {
    sent: run.sent,
    received: run.received,
    errors: run.errors,
    exit,
    replies: run.events.flatMap(replies),
    icmpErrors: run.events.flatMap(errors),
    localErrors: linesOf(stderr).map((line) => line.replace(/^ping: (local error: )?/, '')),
    stdout: linesOf(stdout).map(withoutTimes),
    // Of a ping that never began there are no statistics.
    ...(run.refusal === undefined && { dups: run.duplicates, lossPct: lossOf(run) }),
  };
}

function replies(event: PingEvent): JsonObject[] {
  return event.kind === 'reply' ? [replyJson(event.reply)] : [];
}

function replyJson({ from, sequence, ttl, bytes, isDuplicate }: PingReply): JsonObject {
  const reply = { from: formatIpv4(from), seq: sequence, ttl, bytes };
  return isDuplicate ? { ...reply, dup: true } : reply;
}

function errors(event: PingEvent): JsonObject[] {
  if (event.kind !== 'error') return [];
  const { from, sequence } = event.error;
  return [{ from: formatIpv4(from), seq: sequence, text: describePingError(event.error) }];
}

export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Times differ from run to run; each is a `T`. */
export function withoutTimes(line: string): string {
  return line
    .replace(/time=[\d.]+ ms/, 'time=T ms')
    .replace(/, time \d+ms/, ', time Tms')
    .replace(/= [\d.]+\/[\d.]+\/[\d.]+\/[\d.]+ ms/, '= T ms')
    .replace(/, pipe \d+/, '');
}

function lossOf({ sent, received }: PingRun): number {
  return Number((((sent - received) * 100) / sent).toPrecision(6));
}
