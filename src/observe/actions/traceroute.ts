/** traceroute, and the answers of each hop as it prints them. */
import { renderTraceroute } from '../../commands/traceroute/render-traceroute';
import { traceroute } from '../../kernel/programs/traceroute';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';

const HOP_LINE = /^\s*(\d+)\s+(.*)/;

export function runTraceroute(world: World, action: ActionOf<'traceroute'>): JsonObject {
  const run = traceroute(world.netns(action.from), {
    to: world.resolve(action.to),
    method: action.method,
    maxHops: action.maxHops,
    probes: action.probes,
    waitMs: action.wait * 1000,
    size: action.size,
  });
  const { stdout, stderr, exit } = renderTraceroute(run);
  return { exit, hops: hopsOf(stdout), stderr: stderr.trim() };
}

/** @param stdout whose first line names the journey */
export function hopsOf(stdout: string): readonly JsonObject[] {
  return stdout.split('\n').slice(1).flatMap(hopJson);
}

function hopJson(line: string): JsonObject[] {
  const [, ttl, rest] = HOP_LINE.exec(line) ?? [];
  if (rest === undefined) return [];
  const answers = rest.replace(/[\d.]+ ms/g, '').split(/\s+/);
  return [{ ttl: Number(ttl), answers: answers.filter((word) => word !== '') }];
}
