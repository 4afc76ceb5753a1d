/** UDP (net/netfilter/nf_conntrack_proto_udp.c). */
import { SECOND_US, type TrackedProtocol } from '../tracked-protocol';

const TIMEOUT_US = 30 * SECOND_US;
const STREAM_TIMEOUT_US = 120 * SECOND_US;
/** A flow that goes both ways for longer than this is more than a question and its answer. */
const STREAM_AFTER_US = 2 * SECOND_US;

export const udp: TrackedProtocol = {
  name: 'udp',

  begin(connection, _packet, nowUs) {
    connection.streamFromUs = nowUs + STREAM_AFTER_US;
    return true;
  },

  advance(connection, _packet, _direction, nowUs) {
    const isStream = connection.hasSeenReply && nowUs > connection.streamFromUs;
    connection.expiresAtUs = nowUs + (isStream ? STREAM_TIMEOUT_US : TIMEOUT_US);
    if (isStream) connection.isAssured = true;
    return 'valid';
  },
};
