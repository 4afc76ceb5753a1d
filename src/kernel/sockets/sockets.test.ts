/** What programs with UDP and TCP sockets are told, and what is seen on the wire meanwhile. */
import { expect } from 'chai';
import { cidr } from '../../addr/cidr';
import { ipv4 } from '../../addr/ipv4';
import { applyOp } from '../ops/apply-op';
import { type TcpConnectOptions, tcpConnect } from '../programs/tcp-connect';
import { type UdpEchoOptions, udpEcho } from '../programs/udp-echo';
import { addRoute, nodeWithPods, wait } from '../testing/node-with-pods';
import { framesOf } from '../testing/watch';

const TO_POD2: TcpConnectOptions = {
  to: ipv4('172.16.158.2'),
  port: 8080,
  sourcePort: 40_000,
  timeoutMs: 5000,
  mode: 'exchange',
};

const DATAGRAM: UdpEchoOptions = {
  to: ipv4('172.16.158.2'),
  port: 8080,
  sourcePort: 40_000,
  size: 16,
  df: 'want',
  timeoutMs: 5000,
};

/** Flags, numbers and lengths of the segments as pod1 sees them. */
function segmentsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const found = /^pod1 eth0 (out|in) IP .*Flags (\[[^\]]*\]).*length (\d+)/.exec(line);
    return found === null ? [] : [`${found[1]} ${found[2]} ${found[3]}`];
  });
}

describe('a TCP client', () => {
  it('exchanges five bytes each way and closes', () => {
    const { network, pod1, pod2 } = nodeWithPods();
    const run = tcpConnect(pod1, { netns: pod2, port: 8080 }, TO_POD2);
    expect(run).to.deep.equal({
      sourcePort: 40_000,
      serverSaw: { address: ipv4('172.16.158.1'), port: 40_000 },
      echoedBytes: 5,
      error: undefined,
    });
    expect(segmentsOf(framesOf(network))).to.deep.equal([
      'out [S] 0',
      'in [S.] 0',
      'out [.] 0',
      'out [P.] 5',
      'in [.] 0',
      'in [P.] 5',
      'out [.] 0',
      'out [F.] 0',
      'in [F.] 0',
      'out [.] 0',
    ]);
  });

  it('that only shakes hands ends with a reset', () => {
    const { network, pod1, pod2 } = nodeWithPods();
    const run = tcpConnect(pod1, { netns: pod2, port: 8080 }, { ...TO_POD2, mode: 'handshake' });
    expect(run.error).to.equal(undefined);
    expect(segmentsOf(framesOf(network))).to.deep.equal([
      'out [S] 0',
      'in [S.] 0',
      'out [.] 0',
      'out [R.] 0',
    ]);
  });

  it('is refused where nobody listens', () => {
    const { network, pod1 } = nodeWithPods();
    expect(tcpConnect(pod1, undefined, TO_POD2).error).to.equal('ECONNREFUSED');
    expect(segmentsOf(framesOf(network))).to.deep.equal(['out [S] 0', 'in [R.] 0']);
  });

  it('asks again after 1, 3 and 7 seconds where nothing comes back, and gives up', () => {
    const { network, pod1 } = nodeWithPods();
    const nobody = { ...TO_POD2, to: ipv4('172.16.158.77'), timeoutMs: 10_000 };
    expect(tcpConnect(pod1, undefined, nobody).error).to.equal('ETIMEDOUT');
    const sent = network.frames.filter(
      ({ host, direction, frame }) =>
        host === 'pod1' &&
        direction === 'out' &&
        frame.kind === 'frame' &&
        frame.payload.kind === 'ipv4',
    );
    expect(sent.map(({ atUs }) => Math.floor(atUs / 1_000_000))).to.deep.equal([0, 1, 3, 7]);
  });

  it('hears of a host that is not there', () => {
    const { pod1 } = nodeWithPods();
    const nobody = { ...TO_POD2, to: ipv4('192.168.10.77') };
    expect(tcpConnect(pod1, undefined, nobody).error).to.equal('EHOSTUNREACH');
  });

  for (const [type, error] of [
    ['blackhole', 'EINVAL'],
    ['unreachable', 'EHOSTUNREACH'],
    ['prohibit', 'EACCES'],
  ] as const) {
    it(`does not begin where its own route is ${type}: ${error}`, () => {
      const { network, pod1 } = nodeWithPods();
      addRoute(pod1, { type, destination: cidr('172.16.158.2/32') });
      const run = tcpConnect(pod1, undefined, TO_POD2);
      expect([run.error, network.frames.length]).to.deep.equal([error, 0]);
    });
  }

  it('speaks to a server on its own host', () => {
    const { network, pod1 } = nodeWithPods();
    const own = { ...TO_POD2, to: ipv4('172.16.158.1') };
    expect(tcpConnect(pod1, { netns: pod1, port: 8080 }, own).echoedBytes).to.equal(5);
    expect(new Set(network.frames.map(({ device }) => device))).to.deep.equal(new Set(['lo']));
  });

  it('leaves nothing behind', () => {
    const { network, pod1, pod2 } = nodeWithPods();
    tcpConnect(pod1, { netns: pod2, port: 8080 }, TO_POD2);
    wait(network, 100);
    expect(pod2.sockets.tcpListeners.size).to.equal(0);
    expect(pod2.sockets.connection(8080, ipv4('172.16.158.1'), 40_000)).to.equal(undefined);
    expect(pod1.sockets.connection(40_000, ipv4('172.16.158.2'), 8080)).to.equal(undefined);
  });
});

describe('a UDP client', () => {
  it('has its datagram back', () => {
    const { pod1, pod2 } = nodeWithPods();
    expect(udpEcho(pod1, { netns: pod2, port: 8080 }, DATAGRAM)).to.deep.equal({
      sourcePort: 40_000,
      serverSaw: { address: ipv4('172.16.158.1'), port: 40_000 },
      echoedBytes: 16,
      serverError: undefined,
      error: undefined,
    });
  });

  it('hears port unreachable where nobody listens', () => {
    const { network, pod1 } = nodeWithPods();
    const run = udpEcho(pod1, undefined, DATAGRAM);
    expect(run.error).to.deep.equal({ kind: 'icmp', type: 3, code: 3 });
    expect(framesOf(network).filter((line) => line.startsWith('pod1 eth0 in IP'))).to.deep.equal([
      'pod1 eth0 in IP 172.16.158.2 > 172.16.158.1: ICMP 172.16.158.2 udp port 8080 unreachable, length 52',
    ]);
  });

  it('hears nothing from a blackhole on the way, and waits in vain', () => {
    const { network, pod1 } = nodeWithPods();
    const run = udpEcho(pod1, undefined, { ...DATAGRAM, to: ipv4('172.16.158.77') });
    expect([run.echoedBytes, run.error]).to.deep.equal([undefined, undefined]);
    expect(network.nowUs).to.equal(5_000_000);
  });

  it('is refused by its own host: no route, a datagram too long for DF', () => {
    const { pod1 } = nodeWithPods();
    const big = { ...DATAGRAM, size: 1473, df: 'do' } as const;
    expect(udpEcho(pod1, undefined, big).error).to.deep.equal({ kind: 'EMSGSIZE', mtu: 1500 });
    applyOp(pod1, { kind: 'link-down', device: 'eth0' });
    expect(udpEcho(pod1, undefined, DATAGRAM).error).to.equal('ENETUNREACH');
  });

  it('does not take datagrams from anybody but its peer', () => {
    const { network, node, pod1, pod2 } = nodeWithPods();
    pod1.sockets.udp.set(40_000, {
      remote: { address: ipv4('172.16.158.2'), port: 8080 },
      receive: () => expect.fail('the datagram is from somebody else'),
      fail: () => undefined,
    });
    const stray = { ...DATAGRAM, to: ipv4('172.16.158.1'), port: 40_000, sourcePort: 9 };
    for (const from of [node, pod2]) {
      expect(udpEcho(from, undefined, stray).error).to.deep.equal({
        kind: 'icmp',
        type: 3,
        code: 3,
      });
    }
    expect(network.traces.map(({ fate }) => fate?.kind)).to.not.include(undefined);
  });
});
