/**
 * What all results of a grading have in common, beside them on the disk: whoever puts parts of a class
 * together knows from it that they are parts of one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AUDIENCES, type Audience } from '../../grade/feedback/feedback';
import { wrongUse } from '../exit-code';
import type { GradingOf } from './judge/grade-submission';

const FILE = 'grading.json';

const factsSchema = z.strictObject({
  schema: z.literal('calicumber/grading/v1'),
  assignment: z.string(),
  title: z.strictObject({ en: z.string(), ko: z.string() }),
  rounding: z.strictObject({ decimals: z.number() }),
  /** SHA-256 of the assignment's files, in hex. */
  digest: z.string(),
  seed: z.number(),
  version: z.string(),
  audience: z.enum(AUDIENCES),
});

export type GradingFacts = z.infer<typeof factsSchema>;

export function gradingFacts(
  { assignment, assignmentDigest, version }: GradingOf,
  audience: Audience,
): GradingFacts {
  const { id, title, rounding, seed } = assignment;
  return {
    schema: 'calicumber/grading/v1',
    assignment: id,
    title,
    rounding,
    digest: assignmentDigest,
    seed,
    version,
    audience,
  };
}

/** @param out where everything of a grading goes */
export function writeGradingFacts(out: string, facts: GradingFacts): void {
  writeFileSync(join(out, FILE), `${JSON.stringify(facts, undefined, 2)}\n`);
}

/** @throws CliError where the folder has none */
export function readGradingFacts(out: string): GradingFacts {
  const path = join(out, FILE);
  try {
    return factsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw wrongUse(`${path} is not what calicumber grade writes; was ${out} its --out?`);
  }
}
