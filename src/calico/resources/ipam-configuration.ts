/** IPAMConfiguration, called IPAMConfig where it is stored: how nodes claim blocks of addresses. */
import { z } from 'zod';
import { calicoKind, clusterSchema } from './calico-kind';
import { integerFrom, onOff } from './fields';

const spec = z.strictObject({
  autoAllocateBlocks: z.boolean().default(true),
  ipCooldownSeconds: integerFrom(0, 1200).meta({ format: 'int32' }),
  kubeVirtVMAddressPersistence: onOff,
  /** 0: Calico's own limit. */
  maxBlocksPerHost: z.int().min(0).max(1_000_000).default(0).meta({ format: 'int32' }),
  strictAffinity: z.boolean().default(false),
});

const schema = clusterSchema('IPAMConfiguration', spec);

type IpamConfiguration = z.output<typeof schema>;

export const ipamConfigurationKind = calicoKind<IpamConfiguration>(schema, {
  kind: 'IPAMConfiguration',
  plural: 'ipamconfigurations',
  shortNames: ['ipamconfig', 'ipamconfigs'],
  isNamespaced: false,
  otherNames: ['IPAMConfig'],
});
