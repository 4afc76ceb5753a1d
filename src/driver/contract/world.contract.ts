/**
 * The world in which the contract is checked: the lab kans with one pod on each of two nodes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ipv4 } from '../../addr/ipv4';
import type { Driver } from '../driver';
import type { ConnectStimulus, PingStimulus } from '../stimulus';

const FEATURES = join(__dirname, '../../../features');

export function inputFile(path: string): string {
  return readFileSync(join(FEATURES, path), 'utf8');
}

export const PODS = 'manifests/two-pods-two-nodes.yaml';

/** One thing that a driver must do; it gets a driver of its own, in the world above. */
export interface Duty {
  readonly name: string;
  check(driver: Driver): Promise<void>;
}

export async function buildWorld(driver: Driver): Promise<void> {
  await driver.apply(inputFile('labs/kans.yaml'), 'kans.yaml');
  await driver.apply(inputFile(PODS), PODS);
}

/** `ping -c 1 ADDRESS`, from pod1 unless the changes say otherwise. */
export function pingTo(to: string, changes: Partial<PingStimulus> = {}): PingStimulus {
  return {
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
    icmpId: 7,
    ...changes,
  };
}

/** One connection to port 8080 of pod2, from pod1 unless the changes say otherwise. */
export function connectTo(
  protocol: ConnectStimulus['protocol'],
  to: string,
  changes: Partial<ConnectStimulus> = {},
): ConnectStimulus {
  return {
    kind: 'connect',
    protocol,
    from: 'default/pod1',
    to: ipv4(to),
    port: 8080,
    sourcePort: 40_000,
    timeoutMs: 3000,
    ...changes,
  };
}

/** The message with which the action was refused; fails where it was not. */
export async function refusalOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    if (error instanceof Error && error.name === 'RefusedError') return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
