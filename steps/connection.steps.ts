/**
 * Sentences about TCP connections and UDP datagrams.
 */
import { formatIpv4, type Ipv4 } from '../src/addr/ipv4';
import { Then } from './support/catalogue';
import { requestsOf } from './support/exchange';
import { failed } from './support/failure';
import { expect } from './support/matchers';
import type { ClusterWorld } from './support/world';

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
