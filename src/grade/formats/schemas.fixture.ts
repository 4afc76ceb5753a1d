/**
 * What the programs that read our files demand of them, as their own documents say it.
 */
import { z } from 'zod';

const visibility = z.enum(['visible', 'hidden', 'after_due_date', 'after_published']);
const format = z.enum(['text', 'html', 'simple_format', 'md', 'ansi']);

/** Gradescope, "Autograder Specifications". */
const gradescope = z.strictObject({
  score: z.number(),
  output: z.string(),
  output_format: format,
  test_output_format: format.optional(),
  test_name_format: format.optional(),
  visibility: visibility.optional(),
  extra_data: z.record(z.string(), z.unknown()).optional(),
  tests: z.array(
    z.strictObject({
      score: z.number().min(0),
      max_score: z.number().min(0),
      status: z.enum(['passed', 'failed']).optional(),
      name: z.string(),
      number: z.string().optional(),
      output: z.string().optional(),
      visibility: visibility.optional(),
    }),
  ),
});

const points = z.int().min(0);

/** foundation50/classroom50, schemas/result-v1.schema.json; tests may have more. */
const classroom50 = z.strictObject({
  schema: z.literal('classroom50/result/v1'),
  classroom: z.string().min(1),
  assignment: z.string().min(1),
  assignment_type: z.enum(['individual', 'group']),
  owner: z.string().min(1),
  submission: z.string().regex(/^submit\//),
  commit: z.string().min(1),
  release: z.string().min(1),
  review: z.string().min(1),
  datetime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  score: points,
  'max-score': points,
  tests: z.array(
    z.looseObject({
      'test-name': z.string(),
      passed: z.boolean(),
      score: points,
      'max-score': points,
    }),
  ),
});

/** classroom-resources/autograding-grading-reporter, src/helpers. */
const githubClassroom = z.strictObject({
  version: z.literal(1),
  status: z.enum(['pass', 'fail', 'error']),
  max_score: points,
  tests: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['pass', 'fail', 'error']),
      score: points,
      message: z.string(),
      line_no: z.literal(0),
    }),
  ),
});

/** PrairieLearn, "External grading", Grading results. */
const prairielearn = z.union([
  z.strictObject({
    score: z.number().min(0).max(1),
    message: z.string(),
    tests: z.array(
      z.strictObject({
        name: z.string(),
        points: z.number(),
        max_points: z.number(),
        message: z.string().optional(),
      }),
    ),
  }),
  z.strictObject({ gradable: z.literal(false), format_errors: z.array(z.string()) }),
]);

export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  gradescope,
  classroom50,
  'github-classroom': githubClassroom,
  prairielearn,
};

/** CTRF, schema/ctrf.schema.json: nothing but what is named, `extra` and `labels` excepted. */
export const CTRF_SCHEMA = z.strictObject({
  reportFormat: z.literal('CTRF'),
  specVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  results: z.strictObject({
    tool: z.strictObject({ name: z.string(), version: z.string() }),
    summary: z.strictObject({
      tests: points,
      passed: points,
      failed: points,
      skipped: points,
      pending: points,
      other: points,
      start: points,
      stop: points,
    }),
    tests: z.array(
      z.strictObject({
        name: z.string(),
        status: z.enum(['passed', 'failed', 'skipped', 'pending', 'other']),
        duration: points,
        rawStatus: z.string(),
        suite: z.array(z.string()),
        message: z.string().optional(),
        labels: z.record(z.string(), z.number()),
      }),
    ),
  }),
});
