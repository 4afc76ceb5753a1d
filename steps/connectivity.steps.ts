/**
 * Sentences about who can reach whom, all at once: they ask, and judge what comes of it.
 */
import type { Ipv4 } from '../src/addr/ipv4';
import { parseIpv4 } from '../src/addr/ipv4';
import type { HostName, Outcome, Stimulus } from '../src/driver/stimulus';
import { type Answers, dropOf } from './matchers/connectivity';
import { type Cell, REACHABLE, readTruthTable } from './rows/truth-table';
import { type Table, Then } from './support/catalogue';
import { fateOf, requestsOf, subjectOf } from './support/exchange';
import { claimFailure } from './support/failure';
import { expect } from './support/matchers';
import { addressOf, findHost } from './support/resolve';
import { connectStimulus, type Protocol, pingStimulus } from './support/stimuli';
import type { ClusterWorld } from './support/world';

Then(
  'the connectivity is:',
  {
    id: 'connectivity',
    says: 'Pings from each row to each column and demands what the cells say: . reachable, X not, a drop reason of the kernel, - not asked. Names are of pods, nodes and hosts outside; columns may be addresses. The control of an X is a . in its row and one in its column, neither of a host with itself, or a reason.',
    isStimulus: true,
    example: `Given the manifests "two-pods-two-nodes"
      When natOutgoing of pool default-ipv4-ippool is set to false
      Then the connectivity is:
        |        | pod1 | pod2 | 8.8.8.8 |
        | pod1   | -    | .    | X       |
        | pod2   | .    | -    | X       |
        | k8s-w1 | .    | .    | .       |`,
  },
  async function (this: ClusterWorld, table: Table) {
    await connectivityIs(this, table, 'the connectivity', pingStimulus);
  },
);

Then(
  'the connectivity on {protocol} port {port} is:',
  {
    id: 'connectivity.port',
    says: 'Connects from each row, which must be a pod, to each column and demands what the cells say, as "the connectivity is:" does.',
    isStimulus: true,
    example: `Given the manifests "two-pods-two-nodes"
      When natOutgoing of pool default-ipv4-ippool is set to false
      Then the connectivity on TCP port 80 is:
        |      | pod1 | pod2 |
        | pod1 | -    | .    |
        | pod2 | .    | -    |`,
  },
  async function (this: ClusterWorld, protocol: Protocol, port: number, table: Table) {
    const what = `the connectivity on ${protocol.toUpperCase()} port ${port}`;
    const stimulus = (from: HostName, to: Ipv4) => connectStimulus(from, to, protocol, port);
    await connectivityIs(this, table, what, stimulus);
  },
);

async function connectivityIs(
  world: ClusterWorld,
  rows: Table,
  what: string,
  stimulus: (from: HostName, to: Ipv4) => Stimulus,
): Promise<void> {
  const table = readTruthTable(rows.raw());
  const answers = new Map<Cell, Outcome>();
  for (const cell of table.cells) {
    if (cell.wanted === undefined) continue;
    const to = parseIpv4(cell.to) ?? (await addressOf(world, await findHost(world, cell.to)));
    answers.set(cell, await world.send(stimulus(await findHost(world, cell.from), to)));
  }
  world.looked('cell', answers.size);
  expect(answers).to.be.connectivityLike(table, what);
  claimUnreachable(world, answers);
}

/**
 * A dead network reaches nobody either. Where the one who asks reaches somebody else, and the one who is asked
 * answers somebody else, both are alive and so it is the way between them that is not; where a reason was
 * demanded, it was seen on another host.
 */
function claimUnreachable(world: ClusterWorld, answers: Answers): void {
  const reached = [...answers].flatMap(([cell, outcome]) =>
    cell.wanted === REACHABLE && isFromElsewhere(outcome) ? [cell] : [],
  );
  for (const [cell, outcome] of answers) {
    if (cell.wanted === REACHABLE) continue;
    const isBetween =
      reached.some(({ from }) => from === cell.from) && reached.some(({ to }) => to === cell.to);
    const { reason, host } = dropOf(outcome) ?? {};
    const isNamed = reason === cell.wanted && host !== outcome.stimulus.from;
    if (isBetween || isNamed) world.shown(subjectOf(outcome));
    claimFailure(world, outcome);
  }
}

/** Whoever answers himself needs no network for it. */
function isFromElsewhere(outcome: Outcome): boolean {
  return requestsOf(outcome).some((request) => {
    const fate = fateOf(outcome, request);
    return fate?.kind === 'delivered' && fate.host !== outcome.stimulus.from;
  });
}
