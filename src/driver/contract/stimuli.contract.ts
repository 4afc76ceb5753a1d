/** What a driver sends, and what it says came of it. */
import { expect } from 'chai';
import { formatIpv4, ipv4 } from '../../addr/ipv4';
import { packetLine } from '../../wire/print';
import type { Driver } from '../driver';
import type { Outcome, PingOutcome, PingStimulus, Stimulus } from '../stimulus';
import { connectTo, type Duty, pingTo } from './world.contract';

async function pinged(driver: Driver, stimulus: PingStimulus): Promise<PingOutcome> {
  return outcomeOf(driver, stimulus);
}

async function outcomeOf<Kind extends Stimulus['kind']>(
  driver: Driver,
  stimulus: Extract<Stimulus, { kind: Kind }>,
): Promise<Extract<Outcome, { kind: Kind }>> {
  const outcome = await driver.run(stimulus);
  expect(outcome.kind).to.equal(stimulus.kind);
  expect(outcome.stimulus).to.deep.equal(stimulus);
  const open = outcome.traces.filter(({ fate }) => fate === undefined);
  expect(open, 'packets without a fate').to.deep.equal([]);
  return outcome as Extract<Outcome, { kind: Kind }>;
}

export const STIMULI: readonly Duty[] = [
  {
    name: 'pings, and says what came back, what ping printed and what was seen',
    async check(driver) {
      const outcome = await pinged(driver, pingTo('172.16.184.1', { count: 2 }));
      const { sent, received, exit, errors, localErrors, replies, output } = outcome;
      expect({ sent, received, exit, errors, localErrors }).to.deep.equal({
        sent: 2,
        received: 2,
        exit: 0,
        errors: [],
        localErrors: [],
      });
      expect(
        replies.map(({ from, sequence, ttl, bytes }) => [formatIpv4(from), sequence, ttl, bytes]),
      ).to.deep.equal([
        ['172.16.184.1', 1, 62, 64],
        ['172.16.184.1', 2, 62, 64],
      ]);
      expect(output.split('\n')[0]).to.equal(
        'PING 172.16.184.1 (172.16.184.1) 56(84) bytes of data.',
      );
      const atPod2 = outcome.frames
        .filter(({ host, direction }) => host === 'default/pod2' && direction === 'in')
        .map(({ frame }) => packetLine(frame))
        .filter((line) => line.startsWith('IP'));
      expect(atPod2).to.deep.equal(
        [1, 2].map(
          (sequence) =>
            `IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id 7, seq ${sequence}, length 64`,
        ),
      );
    },
  },
  {
    name: 'tells the errors that came back in the words of ping',
    async check(driver) {
      const { errors, exit } = await pinged(driver, pingTo('172.16.184.1', { ttl: 1 }));
      expect(errors.map(({ from, text }) => `${formatIpv4(from)} ${text}`)).to.deep.equal([
        '192.168.10.101 Time to live exceeded',
      ]);
      expect(exit).to.equal(1);
    },
  },
  {
    name: 'tells what the own host refused: too long for the path, no route',
    async check(driver) {
      const big = await pinged(driver, pingTo('172.16.184.1', { size: 1472, df: 'do' }));
      expect(big.localErrors).to.deep.equal(['message too long, mtu=1480']);
      const lost = await pinged(driver, pingTo('172.16.158.1', { from: 'internet' }));
      expect([lost.localErrors, lost.exit, lost.frames]).to.deep.equal([
        ['connect: Network is unreachable'],
        2,
        [],
      ]);
    },
  },
  {
    name: 'traces a route hop by hop',
    async check(driver) {
      const { hops } = await outcomeOf(driver, {
        kind: 'traceroute',
        from: 'default/pod1',
        to: ipv4('172.16.184.1'),
        method: 'udp',
        maxHops: 5,
      });
      expect(hops.map(({ ttl, from }) => `${ttl} ${from && formatIpv4(from)}`)).to.deep.equal([
        '1 192.168.10.101',
        '2 172.16.184.0',
        '3 172.16.184.1',
      ]);
    },
  },
  {
    name: 'asks by ARP, and says who answered',
    async check(driver) {
      const asked = { kind: 'arping', from: 'default/pod1', device: 'eth0', count: 2 } as const;
      const gateway = await outcomeOf(driver, { ...asked, target: ipv4('169.254.1.1') });
      expect([gateway.answers, gateway.exit]).to.deep.equal([
        ['ee:ee:ee:ee:ee:ee', 'ee:ee:ee:ee:ee:ee'],
        0,
      ]);
      const free = await outcomeOf(driver, { ...asked, target: ipv4('172.16.158.99') });
      expect([free.answers, free.exit]).to.deep.equal([[], 1]);
    },
  },
  ...(['tcp', 'udp'] as const).map(
    (protocol): Duty => ({
      name: `connects by ${protocol.toUpperCase()}, and says whom the server saw`,
      async check(driver) {
        const inside = await outcomeOf(driver, connectTo(protocol, '172.16.184.1'));
        expect([inside.connected, inside.error, inside.exit]).to.deep.equal([true, undefined, 0]);
        expect(inside.serverSaw).to.deep.equal({ address: ipv4('172.16.158.1'), port: 40_000 });
        const outside = await outcomeOf(driver, connectTo(protocol, '8.8.8.8'));
        expect(outside.connected).to.equal(true);
        expect(outside.serverSaw?.address).to.equal(ipv4('192.168.10.101'));
      },
    }),
  ),
  {
    name: 'says why a connection failed',
    async check(driver) {
      const nobody = await outcomeOf(driver, connectTo('tcp', '172.16.158.99'));
      const noRoute = await outcomeOf(
        driver,
        connectTo('udp', '172.16.158.1', { from: 'internet' }),
      );
      expect(
        [nobody, noRoute].map(({ connected, error, exit }) => [connected, error, exit]),
      ).to.deep.equal([
        [false, 'Connection timed out', 1],
        [false, 'Network is unreachable', 1],
      ]);
    },
  },
  {
    name: 'injects a packet with a false source, which the node drops',
    async check(driver) {
      const { traces } = await outcomeOf(driver, {
        kind: 'inject',
        from: 'default/pod1',
        source: ipv4('10.1.2.3'),
        to: ipv4('172.16.184.1'),
        ttl: 64,
      });
      const [fate] = traces.map((trace) => trace.fate);
      expect(fate?.kind === 'dropped' && [fate.host, fate.reason]).to.deep.equal([
        'k8s-w1',
        'NETFILTER_DROP',
      ]);
    },
  },
  {
    name: 'runs a command line on a node and in a pod',
    async check(driver) {
      expect(await driver.exec('k8s-w1', 'hostname')).to.deep.equal({
        stdout: 'k8s-w1\n',
        stderr: '',
        exit: 0,
      });
      const inPod = await driver.exec('default/pod1', 'ping -c 1 172.16.184.1');
      expect([inPod.exit, inPod.stdout.split('\n')[1]?.split(' time')[0]]).to.deep.equal([
        0,
        '64 bytes from 172.16.184.1: icmp_seq=1 ttl=62',
      ]);
      const piped = await driver.exec('k8s-w1', 'echo one two | cut -d" " -f2');
      expect(piped).to.deep.equal({ stdout: 'two\n', stderr: '', exit: 0 });
      const { exit, stderr } = await driver.exec('k8s-w1', 'no-such-command');
      expect(exit).to.equal(127);
      expect(stderr).to.match(/^bash: (?:line 1: )?no-such-command: command not found\n$/);
    },
  },
  {
    name: 'lets time pass: a neighbour that was used while stale is probed after five seconds',
    async check(driver) {
      await driver.run(pingTo('172.16.184.1'));
      const stateOfPod1 = async () =>
        (await driver.neighbours('k8s-w1')).find(({ address }) => address === ipv4('172.16.158.1'))
          ?.state;
      expect(await stateOfPod1()).to.equal('DELAY');
      await driver.wait(6000);
      expect(await stateOfPod1()).to.equal('REACHABLE');
    },
  },
  {
    name: 'keeps every frame since the lab was built, in order',
    async check(driver) {
      const first = await driver.run(pingTo('172.16.184.1'));
      await driver.wait(6000);
      const second = await driver.run(pingTo('8.8.8.8'));
      const all = await driver.captured();
      expect(all.slice(0, first.frames.length)).to.deep.equal(first.frames);
      expect(all.slice(-second.frames.length)).to.deep.equal(second.frames);
      const times = all.map(({ atUs }) => atUs);
      expect(times).to.deep.equal([...times].sort((one, other) => one - other));
      expect(all.length).to.be.above(first.frames.length + second.frames.length);
    },
  },
];
