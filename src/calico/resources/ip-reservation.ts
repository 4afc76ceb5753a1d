/** IPReservation: addresses that IPAM never gives out by itself. */
import { z } from 'zod';
import { calicoKind, clusterSchema } from './calico-kind';
import { cidrText } from './fields';

const spec = z.strictObject({ reservedCIDRs: z.array(cidrText).optional() });

const schema = clusterSchema('IPReservation', spec);

type IpReservation = z.output<typeof schema>;

export const ipReservationKind = calicoKind<IpReservation>(schema, {
  kind: 'IPReservation',
  plural: 'ipreservations',
  shortNames: [],
  isNamespaced: false,
});
