/** The rules between the fields of an IPPool, in the CRD's order and words. */
import type { Rule } from '../../manifest/rule';
import { type IpFamily, type Network, parseNetwork } from './ip-family';
import type { IpPoolFields } from './ip-pool';

const BLOCK_SIZES: Readonly<Record<IpFamily, readonly [low: number, high: number]>> = {
  4: [20, 32],
  6: [116, 128],
};

const isUsedBy = (pool: IpPoolFields, ...uses: readonly string[]) =>
  (pool.allowedUses ?? ['Workload', 'Tunnel']).some((use) => uses.includes(use));

const isEncapsulated = ({ ipipMode, vxlanMode }: IpPoolFields) =>
  ipipMode !== 'Never' || vxlanMode !== 'Never';

/** The question about the pool's prefix, which the field itself has found to be one. */
const network = (question: (network: Network, pool: IpPoolFields) => boolean) => {
  return (pool: IpPoolFields): boolean => {
    const parsed = parseNetwork(pool.cidr);
    return parsed !== undefined && question(parsed, pool);
  };
};

const modeRules: readonly Rule<IpPoolFields>[] = [
  {
    says: 'ipipMode and vxlanMode cannot both be enabled',
    at: ['vxlanMode'],
    broken: ({ ipipMode, vxlanMode }) => ipipMode !== 'Never' && vxlanMode !== 'Never',
  },
  {
    says: 'LoadBalancer IP pool cannot have IPIP or VXLAN enabled',
    at: ['allowedUses'],
    broken: (pool) => isUsedBy(pool, 'LoadBalancer') && isEncapsulated(pool),
  },
  {
    says: 'LoadBalancer cannot be combined with Workload or Tunnel allowed uses',
    at: ['allowedUses'],
    broken: (pool) => isUsedBy(pool, 'LoadBalancer') && isUsedBy(pool, 'Workload', 'Tunnel'),
  },
  {
    says: 'IPIP is not supported on IPv6 pools',
    at: ['ipipMode'],
    broken: network(({ family }, { ipipMode }) => family === 6 && ipipMode !== 'Never'),
  },
  {
    says: 'LoadBalancer IP pools cannot disable BGP export',
    at: ['disableBGPExport'],
    broken: (pool) => isUsedBy(pool, 'LoadBalancer') && pool.disableBGPExport,
  },
];

const selectorRules: readonly Rule<IpPoolFields>[] = [
  {
    says: 'IP Pool with AllowedUse LoadBalancer must have nodeSelector set to all()',
    at: ['nodeSelector'],
    broken: (pool) => isUsedBy(pool, 'LoadBalancer') && pool.nodeSelector !== 'all()',
  },
  {
    says: 'IP Pool with AllowedUse Tunnel cannot have namespaceSelector',
    at: ['namespaceSelector'],
    broken: (pool) => Boolean(pool.allowedUses?.includes('Tunnel') && pool.namespaceSelector),
  },
  {
    says: 'global() selector is not valid for IPPool nodeSelector',
    at: ['nodeSelector'],
    broken: ({ nodeSelector }) => nodeSelector.includes('global()'),
  },
  {
    says: 'global() selector is not valid for IPPool namespaceSelector',
    at: ['namespaceSelector'],
    broken: ({ namespaceSelector = '' }) => namespaceSelector.includes('global()'),
  },
];

const cidrRules: readonly Rule<IpPoolFields>[] = [
  {
    says: 'IPPool CIDR must be strictly masked',
    at: ['cidr'],
    broken: network(({ isStrictlyMasked }) => !isStrictlyMasked),
  },
  {
    says: 'IPPool CIDR overlaps with IPv4 link local range 169.254.0.0/16',
    at: ['cidr'],
    broken: network(({ family, isLinkLocal }) => family === 4 && isLinkLocal),
  },
  {
    says: 'IPPool CIDR overlaps with IPv6 link local range fe80::/10',
    at: ['cidr'],
    broken: network(({ family, isLinkLocal }) => family === 6 && isLinkLocal),
  },
  {
    says: 'blockSize must be between 20 and 32 for IPv4 pools, and between 116 and 128 for IPv6 pools',
    at: ['blockSize'],
    broken: network(({ family }, { blockSize }) => {
      const [low, high] = BLOCK_SIZES[family];
      return blockSize !== undefined && (blockSize < low || blockSize > high);
    }),
  },
  {
    says: 'IP pool size is too small for use with Calico IPAM. It must be equal to or greater than the block size.',
    at: ['cidr'],
    broken: network(({ family, length }, { blockSize, disabled }) => {
      return !disabled && length > (blockSize ?? (family === 4 ? 26 : 122));
    }),
  },
];

export const ipPoolRules: readonly Rule<IpPoolFields>[] = [
  ...modeRules,
  ...selectorRules,
  ...cidrRules,
];
