/**
 * Evidence of real pings on the simulation, for tests of what is made of it.
 */
import { readFileSync } from 'node:fs';
import { ipv4 } from '../../addr/ipv4';
import type { Inventory } from '../../driver/driver';
import { newSimDriver } from '../../driver/sim/sim';
import type { PingOutcome } from '../../driver/stimulus';
import { packetLine } from '../../wire/print';
import type { Exchange } from '../gather/exchange';

export interface Pings {
  readonly inventory: Inventory;
  readonly outcomes: readonly PingOutcome[];
  readonly exchanges: readonly Exchange[];
}

/** @param lines typed on k8s-w1 before the last of the pings */
export async function pingTwice(to: string, lines = ''): Promise<Pings> {
  const driver = newSimDriver({ seed: 1, wire: false });
  await driver.apply(readFileSync('features/labs/kans.yaml', 'utf8'), 'lab');
  await driver.apply(readFileSync('features/manifests/two-pods-two-nodes.yaml', 'utf8'), 'pods');
  const ping = async (): Promise<PingOutcome> => {
    const outcome = await driver.run({
      kind: 'ping',
      from: 'default/pod1',
      to: ipv4(to),
      count: 1,
      intervalMs: 1000,
      timeoutMs: 1000,
      size: 56,
      ttl: undefined,
      df: 'want',
      source: undefined,
      icmpId: undefined,
    });
    if (outcome.kind !== 'ping') throw new Error('a ping is a ping');
    return outcome;
  };
  const first = await ping();
  if (lines !== '') await driver.exec('k8s-w1', lines);
  const outcomes = [first, await ping()];
  return { inventory: await driver.inventory(), outcomes, exchanges: outcomes.map(exchangeOf) };
}

function exchangeOf(outcome: PingOutcome): Exchange {
  const linesOf = (word: string) =>
    outcome.traces.filter(({ sent }) => packetLine(sent).includes(`ICMP echo ${word}`));
  const [requests, replies] = [linesOf('request'), linesOf('reply')];
  const { kind, output, traces, frames, stimulus } = outcome;
  return {
    kind,
    title: 'ping -c 1 172.16.184.1',
    from: stimulus.from,
    isAnswered: replies.length > 0,
    output,
    changes: [],
    request: requests[0],
    reply: replies[0],
    requests,
    replies,
    traces,
    frames,
  };
}
