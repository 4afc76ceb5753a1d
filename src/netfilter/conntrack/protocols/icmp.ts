/** ICMP queries (net/netfilter/nf_conntrack_proto_icmp.c). Errors: see `../icmp-errors.ts`. */
import { SECOND_US, type TrackedProtocol } from '../tracked-protocol';

const TIMEOUT_US = 30 * SECOND_US;

/** Echo, timestamp, information and address mask: an answer that nobody asked for begins nothing. */
const REQUESTS: readonly number[] = [8, 13, 15, 17];

export const icmp: TrackedProtocol = {
  name: 'icmp',

  begin: ({ original }) => REQUESTS.includes(original.destinationKey >>> 8),

  advance(connection, _packet, _direction, nowUs) {
    connection.expiresAtUs = nowUs + TIMEOUT_US;
    return 'valid';
  },
};
