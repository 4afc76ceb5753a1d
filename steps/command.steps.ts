/**
 * Sentences that type commands on a host or in a pod, and read what they print.
 */
import type { CommandResult } from '../src/driver/driver';
import { linesOf } from './matchers/text';
import { Then, When } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

When(
  '{string} is run on {host}',
  {
    id: 'command.run',
    says: 'Runs a command that changes something. If it fails, nothing was tried and the scenario is not established.',
    example: `Given the manifests "two-pods-two-nodes"
      And the ping from pod1 to pod2 succeeds
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      And pod1 pings pod2
      Then the ping fails`,
  },
  async function (this: ClusterWorld, command: string, host: string) {
    const result = await (await this.clusterToChange()).exec(await findHost(this, host), command);
    if (result.exit === 0) return;
    const said = result.stderr.trim() || result.stdout.trim();
    throw new NotEstablishedError(`${command} on ${host} failed (exit ${result.exit}): ${said}`);
  },
);

Then(
  '{string} on {host} shows:',
  {
    id: 'command.shows',
    says: 'Demands everything that a command prints, line by line; blanks at the end of a line do not count.',
    example: `When the manifests "one-pod" are applied
      Then "ip route" on pod1 shows:
        """
        default via 169.254.1.1 dev eth0
        169.254.1.1 dev eth0 scope link
        """`,
  },
  async function (this: ClusterWorld, command: string, host: string, text: string) {
    const { stdout } = await output(this, command, host);
    expect(stdout).to.be.textLike(text, `what ${command} prints on ${host}`);
  },
);

Then(
  '{string} on {host} shows the line {string}',
  {
    id: 'command.shows-line',
    says: 'Demands one line of what a command prints; blanks around it do not count.',
    example: `When the manifests "one-pod" are applied
      Then "ip route" on k8s-w1 shows the line "blackhole 172.16.158.0/24 proto bird"`,
  },
  async function (this: ClusterWorld, command: string, host: string, line: string) {
    const { stdout } = await output(this, command, host);
    expect(stdout).to.have.lineLike(line, `what ${command} prints on ${host}`);
    this.shown(`line ${line}`);
  },
);

Then(
  '{string} on {host} does not show the line {string}',
  {
    id: 'command.no-line',
    says: 'Demands that a command does not print a line. Its control: the scenario shows that line, before or after.',
    example: `Given the manifests "one-pod"
      And "ip route" on k8s-w1 shows the line "172.16.158.1 dev calice0906292e2 scope link"
      When the pod pod1 is deleted
      Then "ip route" on k8s-w1 does not show the line "172.16.158.1 dev calice0906292e2 scope link"`,
  },
  async function (this: ClusterWorld, command: string, host: string, line: string) {
    const { stdout } = await output(this, command, host);
    const found = linesOf(stdout).some((candidate) => candidate.trim() === line.trim());
    const what = `the line "${line}" in what ${command} prints on ${host}`;
    expect(found ? 'there' : 'not there').to.be.valueLike('not there', what);
    this.claimed(
      `line ${line}`,
      `nothing in the scenario shows that ${command} could print "${line}"; ` +
        `add ${this.quote('given', 'command.shows-line', `"${command}"`, host, `"${line}"`)}`,
    );
  },
);

Then(
  '{string} on {host} fails with {string}',
  {
    id: 'command.fails',
    says: 'Demands that a command fails, and says so on a line of its error output.',
    example: `When the manifests "one-pod" are applied
      Then "ping -c 1 172.16.158.77" on k8s-w1 fails with "ping: connect: Invalid argument"`,
  },
  async function (this: ClusterWorld, command: string, host: string, line: string) {
    const result = await (await this.cluster()).exec(await findHost(this, host), command);
    this.looked('result of the command', 1);
    const exit = result.exit === 0 ? 'success' : 'failure';
    expect(exit).to.be.valueLike('failure', `the end of ${command} on ${host}`);
    expect(result.stderr).to.have.lineLike(line, `the error output of ${command} on ${host}`);
  },
);

/** What a command that only looks printed; that it printed nothing at all is an answer as well. */
async function output(world: ClusterWorld, command: string, host: string): Promise<CommandResult> {
  const result = await (await world.cluster()).exec(await findHost(world, host), command);
  if (result.exit !== 0) {
    throw new NotEstablishedError(
      `${command} on ${host} failed (exit ${result.exit}): ${result.stderr.trim()}`,
    );
  }
  world.looked('output of the command', 1);
  return result;
}
