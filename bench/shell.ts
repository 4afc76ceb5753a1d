/**
 * What a typed line costs, and how long `calicumber exec` takes from its start to its end.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { newTerminal } from '../src/shell/new-terminal';
import type { Claim } from './claim';
import { storyTwo } from './labs';
import { medianMs, medianMsAsync } from './stopwatch';

const LINES = ['ip route', 'route -n | head -2 ; route -n | grep 172.16.'];
const LINE_MS_MAX = 2;
const ROUNDS = 300;
const START_MS_MAX = 600;
const STARTS = 5;
const BIN = join(__dirname, '..', 'src', 'cli', 'calicumber.js');

export async function typedLines(): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const line of LINES) {
    const terminal = newTerminal(storyTwo(), 'k8s-m');
    await terminal.type(line);
    const ms = await medianMsAsync(ROUNDS, async () => {
      await terminal.type(line);
    });
    claims.push({
      what: `a line typed on a node: ${line}`,
      wanted: `under ${LINE_MS_MAX} ms after the first`,
      measured: `${ms.toFixed(2)} ms`,
      holds: ms < LINE_MS_MAX,
    });
  }
  return claims;
}

export function execStart(): Claim {
  const ms = medianMs(STARTS, () => {
    spawnSync(process.execPath, [BIN, 'exec', '--node', 'k8s-m', '--', 'ip route']);
  });
  return {
    what: 'calicumber exec, from start to end',
    wanted: `under ${START_MS_MAX} ms`,
    measured: `${ms.toFixed(0)} ms`,
    holds: ms < START_MS_MAX,
  };
}
