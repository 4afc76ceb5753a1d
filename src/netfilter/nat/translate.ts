/**
 * What NAT does with a packet at one hook, once its connection is bound (`nf_nat_packet` and
 * `nf_nat_oif_changed`, net/netfilter/nf_nat_core.c).
 */
import { ICMP_REDIRECT } from '../../wire/icmp';
import type { Connection, Direction } from '../conntrack/connection';
import type { Hook, NetfilterPacket } from '../packet';
import { rewrite } from './rewrite';
import { rewriteError } from './rewrite-error';
import type { Manipulation } from './translation';

export type NatHook = Exclude<Hook, 'forward'>;

/** HOOK2MANIP: destinations change before routing, sources after it. */
export const MANIPULATION: Readonly<Record<NatHook, Manipulation>> = {
  prerouting: 'destination',
  input: 'source',
  output: 'destination',
  postrouting: 'source',
};

/** Changes the packet as its connection is bound. @returns false where it must die */
export function translate(packet: NetfilterPacket, hook: NatHook, connection: Connection): boolean {
  const before = packet.packet;
  const { payload } = before;
  const manipulation = MANIPULATION[hook];
  const direction = packet.ctDirection;
  const isError = payload.kind === 'icmp-error' && packet.ctState === 'related';
  if (isError && payload.type === ICMP_REDIRECT && !mayRedirect(connection)) return false;
  if (!changes(connection, manipulation, direction)) return true;
  packet.packet = isError
    ? rewriteError(before, payload, connection, direction, manipulation)
    : rewrite(before, manipulation, connection.translatedTuple(direction));
  packet.recordNat(hook, before, packet.packet);
  return true;
}

/** The reply is un-translated at the other end: the source's translation where destinations change. */
function changes(
  connection: Connection,
  manipulation: Manipulation,
  direction: Direction,
): boolean {
  const ofSource = (manipulation === 'source') === (direction === 'original');
  return ofSource ? connection.isSourceTranslated : connection.isDestinationTranslated;
}

/**
 * A redirect speaks of routes between hosts, which translation hides; of a connection whose first
 * packet is still on its way through, nobody knows yet whether it will be translated.
 */
function mayRedirect(connection: Connection): boolean {
  const { isSourceBound, isDestinationBound } = connection;
  const isTranslated = connection.isSourceTranslated || connection.isDestinationTranslated;
  return isSourceBound && isDestinationBound && !isTranslated;
}

/** Whether a masqueraded connection now leaves by another interface: its address would be wrong. */
export function hasMovedInterface(
  packet: NetfilterPacket,
  hook: NatHook,
  connection: Connection,
): boolean {
  return (
    hook === 'postrouting' &&
    connection.masqueradeInterface !== undefined &&
    packet.ctDirection === 'original' &&
    connection.masqueradeInterface !== packet.outInterface
  );
}
