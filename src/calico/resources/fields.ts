/** The kinds of field that Calico's CRDs are made of. Optional, unless their name says otherwise. */
import { z } from 'zod';
import { parseSelector } from '../../k8s/labels';
import { describeValue } from '../../manifest/describe-issue';
import { ipFamilyOf, parseNetwork } from './ip-family';

const AS_NUMBER_MAX = 0xffffffff;

export const flag = z.boolean().optional();
export const text = z.string().optional();
export const textList = z.array(z.string()).optional();
export const integer = z.int().optional();
export const onOff = z.enum(['Enabled', 'Disabled']).optional();

export const shortText = (lengthMax: number) => z.string().max(lengthMax).optional();
export const integerFrom = (low: number, high: number) => z.int().min(low).max(high).optional();

/** RFC 6793: 32 bits. (The CRD calls it an int32, Calico's own type is unsigned.) */
export const asNumber = z
  .int()
  .refine((value) => value >= 0 && value <= AS_NUMBER_MAX, {
    error: ({ input }) => `must be an AS number, 0 to ${AS_NUMBER_MAX}, not ${input}`,
  })
  .optional()
  .meta({ format: 'int32' });

/** A prefix of either family. */
export const cidrText = z
  .string()
  .refine((value) => parseNetwork(value) !== undefined, {
    error: ({ input }) => `must be a CIDR such as 172.16.0.0/16, not ${describeValue(input)}`,
  })
  .meta({ format: 'cidr' });

/** An address of either family. */
export const addressText = z.string().refine((value) => ipFamilyOf(value) !== undefined, {
  error: ({ input }) => `must be an IP address, not ${describeValue(input)}`,
});

/** An address of either family, or a prefix. */
export const netText = z
  .string()
  .refine(
    (value) => (value.includes('/') ? parseNetwork(value) : ipFamilyOf(value)) !== undefined,
    {
      error: ({ input }) => `must be an IP address or a CIDR, not ${describeValue(input)}`,
    },
  );

const SELECTOR_LENGTH_MAX = 1024;

/** Required; a selector in Calico's language. */
export const requiredSelector = z
  .string()
  .max(SELECTOR_LENGTH_MAX)
  .superRefine((value, context) => {
    const parsed = parseSelector(value);
    if (parsed.kind === 'selector') return;
    context.addIssue({ code: 'custom', message: `not a selector: ${parsed.reason}` });
  });

export const selectorText = requiredSelector.optional();

/** The secret that holds a BGP password. */
export const secretKeyRef = z
  .strictObject({
    key: z.string(),
    name: z.string().default(''),
    optional: flag,
  })
  .optional();
