/**
 * `-m rpfilter`: whether the answer would leave by the interface that the packet came in by
 * (iptables-extensions(8), "rpfilter"; Linux: net/ipv4/netfilter/ipt_rpfilter.c).
 */
import { LIMITED_BROADCAST, UNSPECIFIED } from '../../addr/ipv4';
import type { MatchContext, MatchModule } from '../match';
import type { NetfilterPacket } from '../packet';

export interface RpfilterMatch {
  readonly kind: 'rpfilter';
  /** Any interface will do. */
  readonly loose: boolean;
  /** The packet's mark counts in the routing lookup. */
  readonly validMark: boolean;
  /** A source that is this host's own address may pass. */
  readonly acceptLocal: boolean;
  /** Fits packets that fail the test. */
  readonly inverted: boolean;
}

export const rpfilter: MatchModule<RpfilterMatch> = {
  name: 'rpfilter',
  options: { '--loose': 0, '--validmark': 0, '--accept-local': 0, '--invert': 0 },

  build: (options) => ({
    kind: 'rpfilter',
    loose: options.has('--loose'),
    validMark: options.has('--validmark'),
    acceptLocal: options.has('--accept-local'),
    inverted: options.has('--invert'),
  }),

  render: (match) => ['-m rpfilter', ...flagsOf(match).map((flag) => `--${flag}`)].join(' '),
  list: (match) => ['rpfilter', ...flagsOf(match)].join(' '),
  compile: (match) => (packet, context) => holds(match, packet, context) !== match.inverted,
};

function flagsOf({ loose, validMark, acceptLocal, inverted }: RpfilterMatch): readonly string[] {
  return [
    ...(loose ? ['loose'] : []),
    ...(validMark ? ['validmark'] : []),
    ...(acceptLocal ? ['accept-local'] : []),
    ...(inverted ? ['invert'] : []),
  ];
}

function holds(match: RpfilterMatch, packet: NetfilterPacket, { host }: MatchContext): boolean {
  const { packet: ip, inInterface, mark } = packet;
  if (inInterface === 'lo') return true;
  if (ip.source === UNSPECIFIED && ip.destination === LIMITED_BROADCAST) return true;
  if (match.acceptLocal && host.addressType(ip.source) === 'LOCAL') {
    return match.loose || host.addressType(ip.source, inInterface) === 'LOCAL';
  }
  return host.reversePathHolds(ip, inInterface, match.validMark ? mark : 0, match.loose);
}
