/**
 * `npm run bench`: every claim about speed, measured here and now. Exits with 1 where one fails. Each kind
 * is measured in a process of its own: what one has loaded would be in another's way.
 */
import { spawnSync } from 'node:child_process';
import type { Claim } from './claim';
import { echoPairs, largeLabs } from './engine';
import { gradingCost } from './grading';
import { twoKernels } from './kernels';
import { reportCost } from './report';
import { scenarioCost } from './scenario';
import { execStart, typedLines } from './shell';

const KINDS: Readonly<Record<string, () => Promise<readonly Claim[]>>> = {
  scenario: async () => [await scenarioCost()],
  engine: async () => [echoPairs()],
  report: async () => [await reportCost()],
  shell: async () => [...(await typedLines()), execStart()],
  grading: gradingCost,
  labs: async () => largeLabs(),
  kernels: async () => [await twoKernels()],
};

async function measure(kind: string): Promise<void> {
  const claims = (await KINDS[kind]?.()) ?? [];
  for (const { what, wanted, measured, holds } of claims) {
    process.stdout.write(`${holds ? 'holds  ' : 'MISSED '} ${what}\n`);
    process.stdout.write(`        wanted ${wanted}; measured ${measured}\n`);
  }
  process.exitCode = claims.every(({ holds }) => holds) ? 0 : 1;
}

/** @param asked some of the kinds; all where none is asked for */
function measureAll(asked: readonly string[]): void {
  const kinds = asked.length > 0 ? asked : Object.keys(KINDS);
  const statuses = kinds.map((kind) => {
    const words = ['-r', 'ts-node/register', __filename, '--measure', kind];
    return spawnSync(process.execPath, words, { stdio: 'inherit' }).status;
  });
  process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
}

const [first, ...others] = process.argv.slice(2);
if (first === '--measure') void measure(others[0] ?? '');
else measureAll(first === undefined ? [] : [first, ...others]);
