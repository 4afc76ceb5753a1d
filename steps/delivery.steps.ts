/**
 * Sentences about whether an exchange succeeded, and where and why it did not.
 */
import { formatIpv4, type Ipv4 } from '../src/addr/ipv4';
import type { Outcome } from '../src/driver/stimulus';
import type { DropReason } from '../src/wire/drop-reason';
import { nameOf, whereLost } from './matchers/lost';
import { Then } from './support/catalogue';
import { type Leg, repliesOf, requestsOf, subjectOf } from './support/exchange';
import { expect } from './support/matchers';
import { spoken } from './support/references';
import { addressOf, findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the ping succeeds',
  {
    id: 'ping.succeeds',
    says: 'Demands that every request of the last ping was answered.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the ping succeeds`,
  },
  function (this: ClusterWorld) {
    const ping = this.last('ping');
    this.looked('request of the ping', ping.sent + ping.localErrors.length);
    expect(ping).to.be.answered();
    this.log(`${nameOf(ping)}: ${ping.received} of ${ping.sent} answered`);
  },
);

Then(
  'the ping fails',
  {
    id: 'ping.fails',
    says: 'Demands that no request of the last ping was answered. Its control: a ping between the same two that succeeds, or the place where the packet was dropped.',
    example: `Given the manifests "one-pod"
      When pod1 pings 172.16.158.77
      Then the ping fails
      And the request is dropped on k8s-w1`,
  },
  function (this: ClusterWorld) {
    failed(this, this.last('ping'));
  },
);

Then(
  '{int} of {int} requests are answered',
  {
    id: 'ping.count',
    says: 'Demands how many requests were sent and how many of them were answered.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2 with:
        | count | 3 |
      Then 3 of 3 requests are answered`,
  },
  function (this: ClusterWorld, received: number, sent: number) {
    const ping = this.last('ping');
    this.looked('request of the ping', ping.sent);
    const what = `the answers to ${nameOf(ping)}`;
    expect(`${ping.received} of ${ping.sent}`).to.be.valueLike(
      `${received} of ${sent}`,
      what,
      ping,
    );
    if (received === 0) claimFailure(this, ping);
  },
);

Then(
  'the reply arrives with TTL {int}',
  {
    id: 'reply.ttl',
    says: 'Demands the TTL that ping prints: 64 less one for each router on the way back.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then the reply arrives with TTL 63`,
  },
  function (this: ClusterWorld, ttl: number) {
    const ping = this.last('ping');
    this.looked('request of the ping', ping.sent);
    const [reply] = ping.replies;
    const seen = reply === undefined ? undefined : String(reply.ttl);
    expect(seen).to.be.valueLike(String(ttl), `the TTL of the reply to ${nameOf(ping)}`, ping);
  },
);

Then(
  'ping prints {string}',
  {
    id: 'ping.prints',
    says: 'Demands a line of what ping printed.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2
      Then ping prints "1 packets transmitted, 1 received, 0% packet loss, time 0ms"`,
  },
  function (this: ClusterWorld, line: string) {
    const ping = this.last('ping');
    this.looked('line that ping printed', ping.output === '' ? 0 : 1);
    expect(ping.output).to.have.lineLike(line, `what ${nameOf(ping)} printed`);
    // A network that is dead makes ping print this too.
    if (line.includes('100% packet loss')) claimFailure(this, ping);
  },
);

Then(
  '{ip} reports {string}',
  {
    id: 'ping.error',
    says: "Demands the ICMP error that came back, in ping's words.",
    example: `Given the manifests "two-pods-one-node"
      When pod1 pings pod2 with:
        | ttl | 1 |
      Then 192.168.10.101 reports "Time to live exceeded"`,
  },
  async function (this: ClusterWorld, from: Ipv4, text: string) {
    const ping = this.last('ping');
    this.looked('request of the ping', ping.sent);
    const wanted = `${formatIpv4(from)}: ${text}`;
    const reports = ping.errors.map((error) => `${formatIpv4(error.from)}: ${error.text}`);
    const seen = reports.includes(wanted) ? wanted : reports.join('; ') || undefined;
    expect(seen).to.be.valueLike(wanted, `the ICMP error that answers ${nameOf(ping)}`, ping);
    // What a host says to itself needs no network.
    const self = await addressOf(this, ping.stimulus.from);
    if (from !== self) this.showExchange(ping);
  },
);

Then(
  'the {leg} is dropped on {host} for {drop reason}',
  {
    id: 'dropped.reason',
    says: "Demands where a packet died, and the kernel's name of the reason.",
    example: `Given the manifests "two-pods-one-node"
      When pod1 sends an echo request to pod2 with the source 10.1.2.3
      Then the request is dropped on k8s-w1 for NETFILTER_DROP`,
  },
  async function (this: ClusterWorld, leg: Leg, host: string, reason: DropReason) {
    const outcome = this.lookAtLeg(leg);
    expect(outcome).to.be.dropped({ leg, host: await findHost(this, host), reason });
    showReach(this, outcome, await findHost(this, host));
  },
);

Then(
  'the {leg} is dropped on {host} because {string}',
  {
    id: 'dropped.because',
    says: 'Demands where a packet died, and words of the sentence that says why.',
    example: `Given the manifests "one-pod"
      When pod1 pings 172.16.158.77
      Then the request is dropped on k8s-w1 because "blackhole"`,
  },
  async function (this: ClusterWorld, leg: Leg, host: string, because: string) {
    const outcome = this.lookAtLeg(leg);
    expect(outcome).to.be.dropped({ leg, host: await findHost(this, host), because });
    showReach(this, outcome, await findHost(this, host));
  },
);

Then(
  'the {leg} is dropped on {host}',
  {
    id: 'dropped.host',
    says: 'Demands where a packet died, for whatever reason.',
    example: `Given the manifests "one-pod"
      When pod1 pings 172.16.184.77
      Then the request is dropped on k8s-w2`,
  },
  async function (this: ClusterWorld, leg: Leg, host: string) {
    const outcome = this.lookAtLeg(leg);
    expect(outcome).to.be.dropped({ leg, host: await findHost(this, host) });
    showReach(this, outcome, await findHost(this, host));
  },
);

Then(
  'the connection succeeds',
  {
    id: 'connection.succeeds',
    says: 'Demands that the last TCP connection was opened, or that the UDP datagram came back.',
    example: `Given the manifests "two-pods-one-node"
      When pod1 connects to pod2 on TCP port 80
      Then the connection succeeds`,
  },
  function (this: ClusterWorld) {
    const connection = this.last('connect');
    this.looked('packet of the connection', requestsOf(connection).length);
    expect(connection).to.be.answered();
  },
);

Then(
  'the connection fails',
  {
    id: 'connection.fails',
    says: 'Demands that the last connection was not opened. Its control is that of "the ping fails".',
    example: `Given the manifests "two-pods-two-nodes"
      And the ping from pod1 to pod2 succeeds
      When "ip route del 172.16.184.0/24" is run on k8s-w1
      And pod1 connects to pod2 on TCP port 80
      Then the connection fails`,
  },
  function (this: ClusterWorld) {
    failed(this, this.last('connect'));
  },
);

Then(
  'the server sees the client as {ip}',
  {
    id: 'connection.server',
    says: 'Demands the address that the server of the last connection saw.',
    example: `Given the manifests "one-pod"
      When pod1 connects to 8.8.8.8 on TCP port 80
      Then the server sees the client as 192.168.10.101`,
  },
  function (this: ClusterWorld, address: Ipv4) {
    const connection = this.last('connect');
    this.looked('packet of the connection', requestsOf(connection).length);
    const saw = connection.serverSaw;
    const seen = saw === undefined ? undefined : formatIpv4(saw.address);
    expect(seen).to.be.valueLike(formatIpv4(address), 'the client of the server', connection);
  },
);

function failed(world: ClusterWorld, outcome: Outcome): void {
  expect(outcome).to.be.lost();
  const lines = whereLost(outcome);
  world.looked('packet that was lost', lines.length);
  world.log([`${nameOf(outcome)} fails`, ...lines].join('\n  '));
  claimFailure(world, outcome);
}

/** On a dead network everything fails, so a failure needs an exchange of the same two that is alive. */
function claimFailure(world: ClusterWorld, outcome: Outcome): void {
  const { from } = outcome.stimulus;
  world.claimed(
    subjectOf(outcome),
    `${nameOf(outcome)} would fail on a dead network as well; add a control: ` +
      `"Given the ping from ${spoken(from)} to … succeeds" before the change, or say where it died: ` +
      '"And the request is dropped on k8s-w1 for …"',
  );
}

/** A packet that died on another host than its sender got somewhere: that network is not dead. */
function showReach(world: ClusterWorld, outcome: Outcome, host: string): void {
  const isReply = repliesOf(outcome).length > 0;
  if (host !== outcome.stimulus.from || isReply) world.showExchange(outcome);
}
