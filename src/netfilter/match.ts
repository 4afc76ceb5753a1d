/**
 * What every match can do: be read from a command line, be printed, and be asked of a packet.
 * `matches/` has one file for each.
 */
import type { IpSetTable } from './ipset/ip-set-table';
import type { ListForm } from './list-form';
import type { GivenOptions, OptionTable } from './options';
import type { NetfilterHost, NetfilterPacket } from './packet';

/** Whose packet it is. Compiled rules are shared by all hosts, so they hold nothing of a host's. */
export interface MatchContext {
  readonly host: NetfilterHost;
  readonly ipsets: IpSetTable;
  /** What a match remembers between packets on this host, made when first asked for. */
  memoryOf<Memory>(match: object, make: () => Memory): Memory;
}

export type Predicate = (packet: NetfilterPacket, context: MatchContext) => boolean;

export interface MatchModule<M> {
  /** As after `-m`; empty for the fields of the IP header, which are there without it. */
  readonly name: string;
  readonly options: OptionTable;
  /** `undefined` where the words ask nothing: `-s 0.0.0.0/0`. Throws what iptables would print. */
  build(options: GivenOptions): M | undefined;
  /** As `iptables-save` prints it. */
  render(match: M): string;
  /** As `iptables -L` prints it behind the columns. */
  list(match: M, form: ListForm): string;
  compile(match: M): Predicate;
}
