/**
 * Rules between the fields of one object, as Kubernetes' CRDs have them (`x-kubernetes-validations`):
 * each is a question and the words of the answer.
 */
import type { z } from 'zod';
import type { Path } from './path';

export interface Rule<Value> {
  /** The message, to the letter. */
  readonly says: string;
  /** What the caret should show, seen from the object that the rule is about. */
  readonly at?: Path;
  readonly broken: (value: Value) => boolean;
}

/** The schema, with rules that hold between its fields; the first broken one is told. */
export function withRules<Schema extends z.ZodType>(
  schema: Schema,
  rules: readonly Rule<z.output<Schema>>[],
): Schema {
  return schema
    .superRefine((value, context) => {
      // A rule may rely on each field being right by itself.
      if (context.issues.length > 0) return;
      const rule = rules.find(({ broken }) => broken(value));
      if (rule === undefined) return;
      context.addIssue({ code: 'custom', message: rule.says, path: [...(rule.at ?? [])] });
    })
    .meta({ rules: rules.map(({ says }) => says) });
}
