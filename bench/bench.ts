/**
 * `npm run bench`: every claim about speed, measured here and now. Exits with 1 where one fails.
 */
import type { Claim } from './claim';
import { echoPairs, largeLabs } from './engine';
import { gradingCost } from './grading';
import { twoKernels } from './kernels';
import { reportCost } from './report';
import { scenarioCost } from './scenario';
import { execStart, typedLines } from './shell';

async function main(): Promise<void> {
  const claims: Claim[] = [
    await scenarioCost(),
    echoPairs(),
    await reportCost(),
    ...(await typedLines()),
    execStart(),
    ...(await gradingCost()),
    ...largeLabs(),
    await twoKernels(),
  ];
  for (const { what, wanted, measured, holds } of claims) {
    process.stdout.write(`${holds ? 'holds  ' : 'MISSED '} ${what}\n`);
    process.stdout.write(`        wanted ${wanted}; measured ${measured}\n`);
  }
  process.exitCode = claims.every(({ holds }) => holds) ? 0 : 1;
}

main();
