/**
 * Binds a connection to its translated addresses (`nf_nat_setup_info` and `nf_nat_alloc_null_binding`,
 * net/netfilter/nf_nat_core.c). That happens once, for its first packet; all others follow.
 */
import { invariant } from '../../base/invariant';
import type { Random } from '../../base/random';
import type { Connection } from '../conntrack/connection';
import type { ConnectionTable } from '../conntrack/connection-table';
import { invertTuple, sameTuple } from '../conntrack/tuple';
import type { Manipulation, Translation } from './translation';
import { uniqueTuple } from './unique-tuple';

/** What a search for a free tuple needs of the host. */
interface NatState {
  readonly connections: ConnectionTable;
  readonly random: Random;
}

export function isBound(connection: Connection, manipulation: Manipulation): boolean {
  return manipulation === 'source' ? connection.isSourceBound : connection.isDestinationBound;
}

export function bind(
  { connections, random }: NatState,
  connection: Connection,
  manipulation: Manipulation,
  translation: Translation,
): void {
  // A row that stands in the table is found by its tuples, so they stay.
  if (connection.isConfirmed || isBound(connection, manipulation)) return;
  const current = connection.translatedTuple('original');
  const question = { connection, manipulation, translation, connections, random };
  const chosen = uniqueTuple(question, current);
  if (!sameTuple(chosen, current)) {
    const reply = invertTuple(chosen);
    invariant(reply !== undefined, 'only flows that can be answered are translated');
    connection.reply = reply;
    if (manipulation === 'source') connection.isSourceTranslated = true;
    else connection.isDestinationTranslated = true;
  }
  if (manipulation === 'source') connection.isSourceBound = true;
  else connection.isDestinationBound = true;
  if (translation.masqueradeInterface !== undefined) {
    connection.masqueradeInterface = translation.masqueradeInterface;
  }
}

/** No rule wanted anything: the address stays, and the port too unless another flow looks the same. */
export function bindAsIs(
  state: NatState,
  connection: Connection,
  manipulation: Manipulation,
): void {
  const { source, destination } = connection.translatedTuple('original');
  const address = manipulation === 'source' ? source : destination;
  bind(state, connection, manipulation, {
    addresses: { low: address, high: address },
    ports: undefined,
    random: false,
    randomFully: false,
  });
}
