/**
 * What goes through the pipes between a process that may ask a driver, and the process that has it. What
 * comes from there is not trusted: it is one line of JSON. What goes there may be anything that a driver
 * answers, also what refers to itself: a line of Base64 of the structured clone (HTML, "StructuredSerialize").
 */
import { z } from 'zod';

/** By which descriptors the process that asks writes its requests and reads the answers. */
export const REQUESTS_FD = 3;
export const ANSWERS_FD = 4;

/** All that a driver can be asked, and `open`, which makes one. */
export const METHODS = [
  'open',
  'apply',
  'delete',
  'patch',
  'inventory',
  'run',
  'exec',
  'wait',
  'neighbours',
  'routes',
  'links',
  'connections',
  'ipset',
  'chain',
  'sysctl',
  'journal',
  'captured',
  'close',
] as const;

export type Method = (typeof METHODS)[number];

export const requestSchema = z.strictObject({
  id: z.int(),
  /** Which of the drivers that this process has opened. */
  driver: z.int(),
  method: z.enum(METHODS),
  args: z.array(z.unknown()).max(4),
});

export type Request = z.infer<typeof requestSchema>;

/** Of a request that is longer nothing is read. */
export const REQUEST_BYTES_MAX = 1024 * 1024;

/** `refused` and `not observed` are the driver's own errors, by their names. */
export type Answer = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: 'refused' | 'not observed' | 'failed'; readonly message: string }
);
