/**
 * A plain value to a typed one by a schema; the first thing that does not fit is said with its place.
 */
import type { z } from 'zod';
import { codeOfIssue, describeIssue } from './describe-issue';
import type { ManifestDocument } from './manifest-document';
import type { Path } from './path';

/**
 * @param value what the document holds, or what was made of it by filling in fields
 * @throws ManifestError
 */
export function readBySchema<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  document: ManifestDocument,
): Value {
  const result = schema.safeParse(value, { error: describeIssue });
  if (result.success) return result.data;
  // A misspelt field is often also one that is missing; its own name says more.
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = (issue?.path ?? []) as Path;
  if (issue?.code === 'unrecognized_keys') {
    const field = [...path, issue.keys[0] ?? ''];
    throw document.errorAt(field, 'unknown-field', issue.message, 'key');
  }
  throw document.errorAt(
    path,
    issue ? codeOfIssue(issue) : 'invalid',
    issue?.message ?? 'not valid',
  );
}
