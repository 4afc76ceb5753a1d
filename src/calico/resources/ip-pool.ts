/**
 * IPPool: the addresses that pods get, and how packets between them travel. Fields, limits, rules and
 * messages are the CRD's; the defaults are what libcalico-go stores (lib/clientv3/ippool.go).
 */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { calicoKind, clusterSchema } from './calico-kind';
import { cidrText, requiredSelector, selectorText } from './fields';
import { ipPoolRules } from './ip-pool-rules';

const mode = z.enum(['Never', 'Always', 'CrossSubnet']).default('Never');

const fields = z.strictObject({
  allowedUses: z
    .array(z.enum(['Workload', 'Tunnel', 'LoadBalancer']))
    .max(10)
    .optional(),
  assignmentMode: z.enum(['Automatic', 'Manual']).default('Automatic'),
  blockSize: z.int().min(0).max(128).optional(),
  cidr: cidrText.max(48),
  disableBGPExport: z.boolean().default(false),
  disabled: z.boolean().default(false),
  ipipMode: mode,
  namespaceSelector: selectorText,
  natOutgoing: z.boolean().default(false),
  nodeSelector: requiredSelector.default('all()'),
  vxlanMode: mode,
});

export type IpPoolFields = z.output<typeof fields>;

const DEFAULT_USES: NonNullable<IpPoolFields['allowedUses']> = ['Workload', 'Tunnel'];
const BLOCK_SIZE_IPV4 = 26;
const BLOCK_SIZE_IPV6 = 122;

const spec = withRules(fields, ipPoolRules).transform((pool) => ({
  ...pool,
  allowedUses: pool.allowedUses ?? DEFAULT_USES,
  blockSize: pool.blockSize ?? (pool.cidr.includes(':') ? BLOCK_SIZE_IPV6 : BLOCK_SIZE_IPV4),
}));

const schema = clusterSchema('IPPool', spec);

export type IpPool = z.output<typeof schema>;

const NAMES = { kind: 'IPPool', plural: 'ippools', shortNames: ['pool'], isNamespaced: false };

export const ipPoolKind = calicoKind<IpPool>(schema, NAMES, (before, after) => {
  const advice = 'cannot be changed; follow IP pool migration guide to avoid corruption.';
  if (before.spec.cidr !== after.spec.cidr) {
    return { path: ['spec', 'cidr'], says: `CIDR ${advice}` };
  }
  if (before.spec.blockSize !== after.spec.blockSize) {
    return { path: ['spec', 'blockSize'], says: `Block size ${advice}` };
  }
  return undefined;
});
