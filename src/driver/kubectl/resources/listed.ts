/**
 * What kubectl and calicoctl print as JSON, read field by field: no field of somebody else's cluster is
 * taken for granted (k8s.io/api/core/v1, libcalico-go/lib/apis/v3).
 */
import { z } from 'zod';
import { NotObservedError } from '../../driver';

const metadata = z.object({ name: z.string(), namespace: z.string().optional() });

export const podSchema = z.object({
  metadata: metadata.extend({ deletionTimestamp: z.string().optional() }),
  spec: z.object({ nodeName: z.string().optional() }),
});

export const nodesSchema = z.object({
  items: z.array(
    z.object({
      metadata,
      status: z.object({ addresses: z.array(z.object({ type: z.string(), address: z.string() })) }),
    }),
  ),
});

export const poolsSchema = z.object({
  items: z.array(
    z.object({
      metadata,
      spec: z.object({
        cidr: z.string(),
        blockSize: z.number().default(26),
        ipipMode: z.string().default('Never'),
        vxlanMode: z.string().default('Never'),
        natOutgoing: z.boolean().default(false),
      }),
    }),
  ),
});

export const endpointsSchema = z.object({
  items: z.array(
    z.object({
      metadata,
      spec: z.object({
        node: z.string(),
        pod: z.string().optional(),
        interfaceName: z.string(),
        ipNetworks: z.array(z.string()).default([]),
        profiles: z.array(z.string()).default([]),
      }),
    }),
  ),
});

/** `ipamblocks.crd.projectcalico.org`, which calicoctl does not list. */
export const blocksSchema = z.object({
  items: z.array(
    z.object({
      spec: z.object({
        cidr: z.string(),
        /** `host:k8s-w1`. */
        affinity: z.string().nullish(),
        allocations: z.array(z.number().nullable()).default([]),
        deleted: z.boolean().default(false),
      }),
    }),
  ),
});

/** @throws NotObservedError where something else was printed */
export function readListed<Value>(schema: z.ZodType<Value>, value: unknown, what: string): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new NotObservedError(`${what} of the cluster cannot be read: ${where}: ${issue?.message}`);
}
