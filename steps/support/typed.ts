/**
 * What was last typed in a scenario, and what it printed.
 */
import type { ClusterWorld } from './world';

export interface Typed {
  /** As a message calls it: its only line, or the first of them. */
  readonly name: string;
  /** As the ledger calls it; a failure that nobody asserted is a claim without its control. */
  readonly subject: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** @throws NotEstablishedError where nothing was typed, or something else was sent since */
export function typedIn(world: ClusterWorld): Typed {
  const { stdout, stderr, exit, stimulus } = world.last('command');
  const [first = '', ...rest] = stimulus.lines.trim().split('\n');
  const number = world.ledger.outcomes.length;
  return {
    name: rest.length === 0 ? first : `${first} …`,
    subject: `end of command ${number}`,
    stdout,
    stderr,
    exit,
  };
}
