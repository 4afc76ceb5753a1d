/**
 * `npm run bench`: every claim about speed, measured here and now. Exits with 1 where one fails.
 */
import Table from 'cli-table3';
import type { Claim } from './claim';
import { echoPairs, largeLabs } from './engine';
import { scenarioCost } from './scenario';

async function main(): Promise<void> {
  const claims: Claim[] = [await scenarioCost(), echoPairs(), ...largeLabs()];
  const table = new Table({ head: ['claim', 'wanted', 'measured', 'holds'] });
  for (const { what, wanted, measured, holds } of claims) {
    table.push([what, wanted, measured, holds ? 'yes' : 'NO']);
  }
  process.stdout.write(`${table.toString()}\n`);
  process.exitCode = claims.every(({ holds }) => holds) ? 0 : 1;
}

main();
