/**
 * A class in the Common Test Report Format (ctrf.io, JSON schema of 2026). It names hidden checks, and is for
 * instructors. Nothing in it takes time, so that the same class is the same bytes.
 */
import type { Check, StudentResult } from '../model/result';
import { checksOfAll } from './checks-of-all';

/** The version of the format that this is. */
const SPEC_VERSION = '1.0.0';

const STATUS = { held: 'passed', violated: 'failed', 'not established': 'other' } as const;

interface Test {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'other';
  /** Milliseconds. */
  readonly duration: number;
  readonly rawStatus: string;
  readonly suite: readonly string[];
  readonly message?: string;
  readonly labels: { readonly points: number; readonly maxPoints: number };
}

export function ctrf(results: readonly StudentResult[], version: string): object {
  const tests = results.flatMap(testsOf);
  const count = (status: Test['status']) => tests.filter((test) => test.status === status).length;
  const summary = {
    tests: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: 0,
    pending: 0,
    other: count('other'),
    start: 0,
    stop: 0,
  };
  return {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    results: { tool: { name: 'calicumber', version }, summary, tests },
  };
}

function testsOf(result: StudentResult): readonly Test[] {
  const { student, state, problems, maxScore } = result;
  if (state === 'graded') {
    return checksOfAll(result).map((check) =>
      testOf(check, `${check.number} ${check.name}`, student),
    );
  }
  const labels = { points: 0, maxPoints: maxScore };
  const [name, rawStatus] = ['not graded', 'ungradable'];
  const message = problems.join('\n');
  return [{ name, status: 'other', duration: 0, rawStatus, suite: [student], message, labels }];
}

function testOf({ verdict, why, points, maxPoints }: Check, name: string, student: string): Test {
  return {
    name,
    status: STATUS[verdict],
    duration: 0,
    rawStatus: verdict,
    suite: [student],
    ...(why === '' ? {} : { message: why }),
    labels: { points, maxPoints },
  };
}
