/**
 * Sentences about whether a ping is answered, and with what.
 */
import { formatIpv4, type Ipv4 } from '../src/addr/ipv4';
import { nameOf } from './matchers/lost';
import { Then } from './support/catalogue';
import { claimFailure, failed } from './support/failure';
import { expect } from './support/matchers';
import { addressOf } from './support/resolve';
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
