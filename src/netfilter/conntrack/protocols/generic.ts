/** Protocols that the tracker knows nothing of, IPIP among them (nf_conntrack_proto_generic.c). */
import { SECOND_US, type TrackedProtocol } from '../tracked-protocol';

const TIMEOUT_US = 600 * SECOND_US;

export const generic: TrackedProtocol = {
  name: 'unknown',

  begin: () => true,

  advance(connection, _packet, _direction, nowUs) {
    connection.expiresAtUs = nowUs + TIMEOUT_US;
    return 'valid';
  },
};
