/**
 * The form of the evidence in a message, which may come from anybody: what is not of this form is left
 * out, and what a form does not name goes no further.
 */
import { z } from 'zod';
import type { Mismatch } from '../model/mismatch';
import type { Topology } from '../model/topology';
import type { Judgement } from '../model/verdict';

const text = z.string();
const number = z.number();

export const JUDGEMENT: z.ZodType<Pick<Judgement, 'verdict' | 'why'> & Partial<Judgement>> =
  z.object({
    verdict: z.enum(['held', 'violated', 'not established']),
    why: text,
    judge: z
      .object({ driver: text, seed: number, version: text, remarks: z.array(text) })
      .exactOptional(),
  });

export const TOPOLOGY: z.ZodType<Topology> = z.object({
  nodes: z.array(z.object({ name: text, address: text, nic: text })),
  workloads: z.array(z.object({ pod: text, node: text, address: text, interface: text })),
  segments: z.array(z.object({ name: text, cidr: text })),
  routers: z.array(z.object({ name: text, addresses: z.array(text) })),
  outside: z.array(z.object({ name: text, address: text })),
});

const FIELD_MISS = z.object({ name: text, expected: text, actual: text, isSame: z.boolean() });

export const MISMATCH: z.ZodType<Mismatch> = z.object({
  subject: text,
  expected: text,
  actual: text,
  cause: text.exactOptional(),
  nearest: z
    .object({ what: text, frame: number.exactOptional(), fields: z.array(FIELD_MISS) })
    .exactOptional(),
  walk: number.exactOptional(),
});
