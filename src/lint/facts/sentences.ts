/**
 * What the sentences of the catalogue do, as far as it can be told without running them: which of them send
 * something, which change the cluster, which look at what came of the last thing that was sent.
 */
import type { Outcome } from '../../driver/stimulus';

/** What was sent; `many` for a table of who reaches whom. */
export type SentKind = Outcome['kind'] | 'many';

export interface SentenceFacts {
  /** By the places of its arguments: who sends, and to whom. */
  readonly sends?: { readonly kind: SentKind; readonly from?: number; readonly to?: number };
  /** It looks at the last thing that was sent, which must be of this kind; or at what became of manifests. */
  readonly judges?: Outcome['kind'] | 'any' | 'refusal';
  /** What was sent before says nothing of the cluster any more. */
  readonly changes?: true;
}

const NOTHING: SentenceFacts = {};
const CHANGES: SentenceFacts = { changes: true };

function sends(kind: SentKind, from = 0, to = 1): SentenceFacts {
  return { sends: { kind, from, to } };
}

function judges(what: SentenceFacts['judges'] & string): SentenceFacts {
  return { judges: what };
}

const FACTS: Readonly<Record<string, SentenceFacts>> = {
  'ping.pod': sends('ping'),
  'ping.address': sends('ping'),
  'ping.node': sends('ping'),
  'ping.pod.with': sends('ping'),
  'ping.address.with': sends('ping'),
  'node.pings.pod': sends('ping'),
  'node.pings.address': sends('ping'),
  'outside.pings.pod': sends('ping'),
  'control.ping.pod': sends('ping'),
  'control.ping.address': sends('ping'),
  'control.connect.pod': sends('connect'),
  'control.connect.address': sends('connect'),
  'connect.pod': sends('connect'),
  'connect.address': sends('connect'),
  'traceroute.pod': sends('traceroute'),
  'traceroute.address': sends('traceroute'),
  arping: sends('arping'),
  spoof: sends('inject'),
  'terminal.run': { sends: { kind: 'command', from: 0 } },
  connectivity: { sends: { kind: 'many' } },
  'connectivity.port': { sends: { kind: 'many' } },

  'ping.succeeds': judges('ping'),
  'ping.fails': judges('ping'),
  'ping.count': judges('ping'),
  'ping.prints': judges('ping'),
  'ping.error': judges('ping'),
  'reply.ttl': judges('ping'),
  'connection.succeeds': judges('connect'),
  'connection.fails': judges('connect'),
  'connection.server': judges('connect'),
  'traceroute.hops': judges('traceroute'),
  'arp.answered': judges('arping'),
  'arp.unanswered': judges('arping'),
  'terminal.prints': judges('command'),
  'terminal.prints-lines': judges('command'),
  'terminal.prints-nothing': judges('command'),
  'terminal.row': judges('command'),
  'terminal.fails': judges('command'),
  'manifests.accepted': judges('refusal'),
  'manifests.refused': judges('refusal'),
  frames: judges('any'),
  'frames.arp': judges('any'),
  'frames.no-arp': judges('any'),
  'dropped.reason': judges('any'),
  'dropped.because': judges('any'),
  'dropped.host': judges('any'),
  'no-reply': judges('any'),
  header: judges('any'),
  encapsulated: judges('any'),
  'not-encapsulated': judges('any'),
  path: judges('any'),
  seen: judges('any'),
  unseen: judges('any'),
  'source.seen': judges('any'),

  'manifests.file': CHANGES,
  'manifests.text': CHANGES,
  'manifests.file.applied': CHANGES,
  'manifests.text.applied': CHANGES,
  'manifests.tried': CHANGES,
  'command.run': CHANGES,
  'sysctl.set': CHANGES,
  'pool.set': CHANGES,
  'resource.set': CHANGES,
  'pod.deleted': CHANGES,
  'resource.deleted': CHANGES,

  lab: NOTHING,
  // Without somebody who hands something in it does nothing.
  submission: NOTHING,
  'time.passes': NOTHING,
  'terminal.manifests': NOTHING,
  'terminal.file': NOTHING,
  'blocks.are': NOTHING,
  'blocks.include': NOTHING,
  'cali.mac': NOTHING,
  'chain.is': NOTHING,
  'changes.are': NOTHING,
  'changes.include': NOTHING,
  'changes.none': NOTHING,
  'command.fails': NOTHING,
  'command.no-line': NOTHING,
  'command.shows': NOTHING,
  'command.shows-line': NOTHING,
  'connections.include': NOTHING,
  'connections.none': NOTHING,
  'ipset.empty': NOTHING,
  'ipset.members': NOTHING,
  link: NOTHING,
  'neighbours.are': NOTHING,
  'neighbours.include': NOTHING,
  'neighbours.none': NOTHING,
  'pod.address': NOTHING,
  'pods.different': NOTHING,
  pools: NOTHING,
  'routes.are': NOTHING,
  'routes.include': NOTHING,
  'routes.none': NOTHING,
  'rule.in': NOTHING,
  'rule.not-in': NOTHING,
  'sysctl.is': NOTHING,
  workloads: NOTHING,
  'workloads.none': NOTHING,
};

/** `undefined` for a sentence of which nothing is known here; a test holds that there is none. */
export function factsOf(id: string): SentenceFacts | undefined {
  return Object.hasOwn(FACTS, id) ? FACTS[id] : undefined;
}
