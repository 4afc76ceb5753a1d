/**
 * The simulated kernel against recordings of a real one (Linux 6.18 in network namespaces): every case
 * in `cases/` runs here and must look the same, frame by frame, row by row. Each was recorded several
 * times with one outcome. Of IPIP the outer header was made by a program after the kernel's source;
 * the machine had no ipip module.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from './canonical';
import { diff, formatDifference } from './diff';
import type { JsonObject } from './json';
import { observe } from './observe';

const CASES = join(__dirname, 'cases');
const SHOWN_MAX = 6;

function read(name: string): JsonObject {
  return JSON.parse(readFileSync(join(CASES, name), 'utf8'));
}

/** The case itself says what the scenario was; the recording says only what happened. */
function comparable({ scenario: _scenario, ...rest }: JsonObject): JsonObject {
  return rest;
}

describe('the simulated kernel', () => {
  const names = readdirSync(CASES).filter((name) => !name.endsWith('.obs.json'));
  for (const name of names.sort()) {
    it(`does what Linux did in ${name.replace(/\.json$/, '')}`, () => {
      const ours = canonical(comparable(observe(read(name))));
      const theirs = canonical(read(name.replace(/\.json$/, '.obs.json')));
      const differences = diff(ours, theirs, SHOWN_MAX);
      if (differences.length > 0) throw new Error(differences.map(formatDifference).join('\n'));
    });
  }
});
