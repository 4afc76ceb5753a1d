/**
 * Negative assertions and their controls, told from the sentences: what each claims, and what each shows that
 * a dead network could not. The runtime keeps the same books while it runs (steps/support/ledger.ts); where
 * only a run can tell whether something is shown, it counts as shown here.
 */
import type { PlacedText } from '../../spec/placed-text';
import type { Scope } from '../../spec/scope';
import type { Step } from '../../spec/spec';
import { addressOfHost, type Sent, type ToldStep } from './story';
import { hostIn } from './written-names';

export interface Claim {
  /** As what shows it is called. */
  readonly subject: string;
  /** Why it proves nothing by itself. */
  readonly why: string;
  /** What to do, as a sentence goes on. */
  readonly advice: string;
}

/** What an exchange between two ends is called. */
export function exchangeOf({ from = '?', to = '?' }: Sent): string {
  return `exchange ${from} > ${to}`;
}

/** What a step demands not to be. */
export function claimsOf(told: ToldStep): readonly Claim[] {
  const claim = CLAIMS[told.fit.entry.id]?.(told);
  return claim === undefined ? [] : [claim];
}

/** What a step shows to be possible, if it holds. */
export function shownBy(told: ToldStep, scope: Scope): readonly string[] {
  return SHOWS[told.fit.entry.id]?.(told, scope) ?? [];
}

/** Whether the step claims that the last exchange failed. */
export function claimsFailure(told: ToldStep): boolean {
  const { last } = told;
  return last !== undefined && claimsOf(told).some(({ subject }) => subject === exchangeOf(last));
}

const CLAIMS: Readonly<Record<string, (told: ToldStep) => Claim | undefined>> = {
  'ping.fails': failure,
  'connection.fails': failure,
  'ping.count': (told) => (argument(told, 0) === '0' ? failure(told) : undefined),
  'ping.prints': (told) =>
    argument(told, 0).includes('100% packet loss') ? failure(told) : undefined,
  'traceroute.hops': (told) =>
    column(told.step, 'from').every(({ text }) => text === '*') ? failure(told) : undefined,
  'arp.unanswered': ({ last }) => ({
    subject: `ARP answers to ${last?.from}`,
    why: 'on a dead link nobody answers either',
    advice: `add a control: "When ${last?.from} asks who has 169.254.1.1", which is answered`,
  }),
  'neighbours.none': (told) => ({
    subject: `neighbours of ${argument(told, 0)}`,
    why: `an empty table proves nothing while ${argument(told, 0)} is never seen to learn a neighbour`,
    advice: `add "Then the neighbours of ${argument(told, 0)} include:" after a ping`,
  }),
  'routes.none': (told) => ({
    subject: `route to ${argument(told, 1)}`,
    why: nothingShows(`a route to ${argument(told, 1)} could be there`),
    advice: 'add "Given the routes of … include:" with it',
  }),
  'rule.not-in': (told) => ({
    subject: ruleSubject(told),
    why: nothingShows(`${argument(told, 0)} could be in chain ${argument(told, 1)}`),
    advice: `add "Given the rule ${argument(told, 0)} is in chain ${argument(told, 1)} …"`,
  }),
  'ipset.empty': (told) => ({
    subject: `members of ${argument(told, 0)}`,
    why: nothingShows(`${argument(told, 0)} ever has a member`),
    advice: `add "Given the ipset ${argument(told, 0)} on … has the members:"`,
  }),
  'command.no-line': (told) => ({
    subject: `line ${argument(told, 2)}`,
    why: nothingShows('this line could be there'),
    advice: 'add "Given … shows the line …" with the same line',
  }),
  'connections.none': (told) => ({
    subject: 'connections',
    why: nothingShows(`a connection from ${argument(told, 1)} could be there`),
    advice: 'add "Given the connections of … include:" with it',
  }),
  'changes.none': () => ({
    subject: 'something put back',
    why: nothingShows('something could be put back'),
    advice: 'let time pass and add "Then the changes of … include:" with what felix or bird did',
  }),
  'workloads.none': () => ({
    subject: 'a workload',
    why: 'a cluster in which no pod ever was has none either',
    advice: 'add "Given … has the address …" before it',
  }),
};

function nothingShows(what: string): string {
  return `nothing in the scenario shows that ${what}`;
}

const SHOWS: Readonly<Record<string, (told: ToldStep, scope: Scope) => readonly string[]>> = {
  'control.ping.pod': ({ sent }) => exchange(sent),
  'control.ping.address': ({ sent }) => exchange(sent),
  'control.connect.pod': ({ sent }) => exchange(sent),
  'control.connect.address': ({ sent }) => exchange(sent),
  'dropped.reason': droppedElsewhere,
  'dropped.because': droppedElsewhere,
  'dropped.host': droppedElsewhere,
  'no-reply': ({ last }) => exchange(last),
  encapsulated: ({ last }) => exchange(last),
  'not-encapsulated': ({ last }) => exchange(last),
  path: ({ step, last }) => {
    const hosts = column(step, 'host');
    const isElsewhere = hosts.length === 0 || hosts.some(({ text }) => text !== last?.from);
    return isElsewhere ? exchange(last) : [];
  },
  'source.seen': (told) => (argument(told, 0) === told.last?.from ? [] : exchange(told.last)),
  'ping.error': (told, scope) => {
    const own = addressOfHost(told.last?.from ?? '', scope);
    return argument(told, 0) === own ? [] : exchange(told.last);
  },
  connectivity: (told, scope) => reachable(told.step, scope),
  'connectivity.port': (told, scope) => reachable(told.step, scope),
  'arp.answered': ({ last }) => [`ARP answers to ${last?.from}`],
  'neighbours.are': (told) => [`neighbours of ${argument(told, 0)}`],
  'neighbours.include': (told) => [`neighbours of ${argument(told, 0)}`],
  'routes.are': ({ step }) => column(step, 'destination').map(routeSubject),
  'routes.include': ({ step }) => column(step, 'destination').map(routeSubject),
  'rule.in': (told) => [ruleSubject(told)],
  'ipset.members': (told) => [`members of ${argument(told, 0)}`],
  'command.shows-line': (told) => [`line ${argument(told, 2)}`],
  // All rows of the table count, those that the sentence does not show as well.
  'connections.include': () => ['connections'],
  'changes.are': ({ step }) => putBack(step),
  'changes.include': ({ step }) => putBack(step),
  'pod.address': () => ['a workload'],
};

function failure({ last }: ToldStep): Claim | undefined {
  if (last === undefined) return undefined;
  const what = last.kind === 'connect' ? 'this connection' : 'this ping';
  return {
    subject: exchangeOf(last),
    why: `${what} would fail on a dead network as well`,
    advice: `add a control: "Given the ping from ${last.from} to … succeeds"`,
  };
}

function exchange(sent: Sent | undefined): readonly string[] {
  return sent === undefined ? [] : [exchangeOf(sent)];
}

/** A packet that died on another host than its sender got somewhere; and of a reply only a run can tell. */
function droppedElsewhere(told: ToldStep): readonly string[] {
  const [leg, host] = [told.fit.written[0], argument(told, 1)];
  const isReply = leg !== undefined && ['reply', '응답'].includes(leg.text);
  return isReply || host !== told.last?.from ? exchange(told.last) : [];
}

/** The exchanges of a truth table that are answered. */
function reachable({ table = [] }: Step, scope: Scope): readonly string[] {
  const [[, ...columns] = [], ...rows] = table;
  return rows.flatMap(([from, ...cells]) =>
    cells.flatMap(({ text }, at) => {
      const to = columns[at]?.text ?? '';
      const address = addressOfHost(to, scope) ?? to;
      return text === '.' ? [`exchange ${from?.text} > ${address}`] : [];
    }),
  );
}

function putBack({ table = [] }: Step): readonly string[] {
  const who = column({ table }, 'who');
  const isByHand = who.length > 0 && who.every(({ text }) => text === 'hand');
  return isByHand ? [] : ['something put back'];
}

function ruleSubject(told: ToldStep): string {
  return `${argument(told, 0)} in ${argument(told, 2)}/${argument(told, 1)}`;
}

/** `172.16.158.1/32` for `172.16.158.1`, as a CIDR in a sentence has it. */
function routeSubject({ text }: PlacedText): string {
  if (text === 'default') return 'route to 0.0.0.0/0';
  return `route to ${text.includes('/') ? text : `${text}/32`}`;
}

/** An argument in the order of the step's function; of a host its name as sentences say it. */
function argument({ fit }: ToldStep, place: number): string {
  const written = fit.written[place];
  if (written === undefined) return '';
  return written.kind === 'pod' || written.kind === 'host' ? hostIn(written) : written.text;
}

/** The cells below a heading. */
export function column(
  { table = [] }: { readonly table?: Step['table'] | undefined },
  name: string,
): readonly PlacedText[] {
  const [head = [], ...rows] = table;
  const at = head.findIndex(({ text }) => text === name);
  return at === -1 ? [] : rows.flatMap((row) => row[at] ?? []);
}
