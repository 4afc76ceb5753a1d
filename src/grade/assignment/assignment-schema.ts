/**
 * What `assignment.yaml` may say. Editors get the same as JSON Schema.
 */
import { z } from 'zod';

const LANGUAGES = { en: z.string().min(1), ko: z.string().min(1) };
const SHARES_SUM = 1;

/** One text for both languages, or one for each. */
const wording = z
  .union([z.string().min(1), z.strictObject(LANGUAGES)])
  .transform((text) => (typeof text === 'string' ? { en: text, ko: text } : text));

const name = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, {
  error: 'must be lower-case letters, digits and dashes',
});

/** Paths in the assignment's folder; `*` stands for what is not a slash. */
const paths = z.array(z.string().min(1)).readonly();

const features = z
  .strictObject({ visible: paths.default([]), hidden: paths.default([]) })
  .refine(({ visible, hidden }) => visible.length + hidden.length > 0, {
    error: 'needs a feature, visible or hidden',
  });

const base = {
  id: name,
  title: wording,
  points: z.int().min(1).max(1000),
  folder: z.string().default(''),
};

const judged = {
  features,
  partialCredit: z.enum(['scenario', 'feature', 'all']).default('scenario'),
  host: z.string().default('k8s-m'),
  /** What is handed in must be good for this lab; its features name it themselves. */
  lab: z.string().min(1).optional(),
};

const shares = z
  .strictObject({ thoroughness: z.number().min(0).max(1), validity: z.number().min(0).max(1) })
  .refine((parts) => parts.thoroughness + parts.validity === SHARES_SUM, {
    error: 'thoroughness and validity must add up to 1',
  });

const specify = {
  units: z.array(z.enum(['address', 'link', 'routing', 'encapsulation', 'nat'])).default([]),
  mutants: z.array(z.string()).default([]),
  wheats: z.array(z.string()).optional(),
  shares: shares.default({ thoroughness: 0.7, validity: 0.3 }),
  scenariosMax: z.int().min(1).max(200).default(25),
};

const task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('configure'), ...base, ...judged }),
  z.strictObject({ kind: z.literal('specify'), ...base, ...specify }),
  z.strictObject({
    kind: z.literal('diagnose'),
    ...base,
    ...judged,
    breaks: z.array(z.strictObject({ host: z.string().min(1), lines: z.string().min(1) })).min(1),
    featureShare: z.number().min(0).max(1).default(0),
  }),
]);

const limits = z.strictObject({
  seconds: z.int().min(1).max(600).default(30),
  filesMax: z.int().min(1).max(1000).default(100),
  bytesMax: z
    .int()
    .min(1)
    .default(1024 * 1024),
  scenariosMax: z.int().min(1).max(500).default(100),
});

export const assignmentSchema = z.strictObject({
  id: name.optional(),
  title: wording,
  tasks: z.array(task).min(1).max(50),
  limits: limits.default({ seconds: 30, filesMax: 100, bytesMax: 1024 * 1024, scenariosMax: 100 }),
  rounding: z.strictObject({ decimals: z.int().min(0).max(2).default(0) }).default({ decimals: 0 }),
  due: z.iso.datetime({ offset: true }).optional(),
  attempts: z.int().min(1).optional(),
  seed: z.int().min(0).default(1),
});

export type AssignmentText = z.infer<typeof assignmentSchema>;
export type TaskText = AssignmentText['tasks'][number];

/** For editors: what may be written, before defaults are filled in. */
export function assignmentJsonSchema(): object {
  return z.toJSONSchema(assignmentSchema, { io: 'input', target: 'draft-07' });
}
