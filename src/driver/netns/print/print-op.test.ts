/**
 * Ops as tools take them: known lines, and the law that what is printed, typed into our own commands,
 * does to a host what the op does.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { cidr } from '../../../addr/cidr';
import { ipv4, ipv4FromBits } from '../../../addr/ipv4';
import { mac } from '../../../addr/mac';
import { NO_INPUT } from '../../../commands/command';
import { runCommandLine } from '../../../commands/testing/run-command-line';
import { twoHosts } from '../../../commands/testing/two-hosts';
import type { Op } from '../../../host/op';
import type { Route } from '../../../host/route';
import type { Netns } from '../../../kernel/netns';
import { applyOp } from '../../../kernel/ops/apply-op';
import { parseRule } from '../../../netfilter/parse-rule';
import { type PrintContext, printOps } from './print-op';

const CONTEXT: PrintContext = {
  namespaceOf: (host) => `cc1.2.3-${host.replace('/', '.')}`,
  ipip: 'stand-in',
};

function printed(...ops: readonly Op[]): readonly string[] {
  return printOps(ops, CONTEXT).map(({ tool, input }) => `${tool}: ${input.trimEnd()}`);
}

const BLOCK: Route = {
  type: 'unicast',
  destination: cidr('172.16.184.0/24'),
  via: ipv4('192.168.10.102'),
  device: 'tunl0',
  source: undefined,
  scope: 'global',
  proto: 'bird',
  metric: 0,
  onlink: true,
};

describe('an op in the words of the tool that carries it out', () => {
  it('names the namespace of a pair of devices for its other end', () => {
    const link = {
      kind: 'veth',
      name: 'cali1',
      mac: mac('ee:ee:ee:ee:ee:ee'),
      mtu: 1480,
      peer: { netns: 'default/pod1', name: 'eth0', mac: mac('02:00:00:00:00:01'), mtu: 1480 },
    } as const;
    expect(printed({ kind: 'link-add', link }, { kind: 'link-up', device: 'cali1' })).to.deep.equal(
      [
        'ip: link add name cali1 address ee:ee:ee:ee:ee:ee mtu 1480 type veth peer name eth0 ' +
          'address 02:00:00:00:00:01 mtu 1480 netns cc1.2.3-default.pod1\nlink set dev cali1 up',
      ],
    );
  });

  it('is a tunnel of ours where the kernel has none', () => {
    const op = { kind: 'link-add', link: { kind: 'ipip', name: 'tunl0', mtu: 1480 } } as const;
    expect(printed(op)).to.deep.equal([
      'ip: tuntap add dev tunl0 mode tun\nlink set dev tunl0 mtu 1480',
    ]);
    const [ofKernel] = printOps([op], { ...CONTEXT, ipip: 'kernel' });
    expect(ofKernel?.input).to.equal('link set dev tunl0 mtu 1480\n');
  });

  it('says of a route what ip would guess otherwise, and of one to be deleted no more than it must', () => {
    const toLink = { ...BLOCK, via: undefined, onlink: false };
    expect(
      printed({ kind: 'route-replace', route: BLOCK }, { kind: 'route-delete', route: toLink }),
    ).to.deep.equal([
      'ip: route replace 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink\n' +
        'route delete 172.16.184.0/24 dev tunl0',
    ]);
  });

  it('is one batch with its neighbours as long as the tool is the same', () => {
    const up = { kind: 'link-up', device: 'lo' } as const;
    const sysctl = {
      kind: 'sysctl',
      path: 'net.ipv4.conf.vxlan.calico.rp_filter',
      value: '0',
    } as const;
    expect(printed(up, up, sysctl, up)).to.deep.equal([
      'ip: link set dev lo up\nlink set dev lo up',
      'sysctl: net/ipv4/conf/vxlan.calico/rp_filter = 0',
      'ip: link set dev lo up',
    ]);
  });

  it('fills a set by itself, and a chain with the others of its table', () => {
    const rule = parseRule('-m mark --mark 0x1/0x1 -j ACCEPT'.split(' '));
    const chain = { table: 'filter', chain: 'cali-a' } as const;
    expect(
      printed(
        { kind: 'ipset-create', name: 'one', type: 'hash:net' },
        { kind: 'ipset-swap', name: 'one', members: ['10.0.0.0/8'] },
        { kind: 'chain-restore', ...chain, rules: [rule] },
        { kind: 'rule-insert', table: 'filter', chain: 'FORWARD', at: 1, rule },
        { kind: 'chain-delete', table: 'nat', chain: 'cali-b' },
      ),
    ).to.deep.equal([
      'ipset: create one hash:net family inet maxelem 1048576\nflush one\nadd one 10.0.0.0/8',
      [
        'iptables-restore: *filter',
        ':cali-a - [0:0]',
        '-A cali-a -m mark --mark 0x1/0x1 -j ACCEPT',
        '-I FORWARD 1 -m mark --mark 0x1/0x1 -j ACCEPT',
        'COMMIT',
        '*nat',
        '-F cali-b',
        '-X cali-b',
        'COMMIT',
      ].join('\n'),
    ]);
  });
});

const address = fc.integer({ min: 1, max: 250 }).map((last) => ipv4FromBits(0x0a000000 + last));
const prefix = fc
  .tuple(fc.nat(0xff), fc.integer({ min: 8, max: 32 }))
  .map(([second, length]) => cidr(`172.${second}.0.0/${Math.max(length, 16)}`));

const route = fc
  .record({
    type: fc.constantFrom('unicast' as const, 'blackhole' as const),
    destination: prefix,
    via: fc.option(address, { nil: undefined }),
    proto: fc.constantFrom('boot' as const, 'bird' as const, 'static' as const, '80' as const),
    metric: fc.constantFrom(0, 100),
    scope: fc.constantFrom('link' as const, 'global' as const),
  })
  .map(({ type, via, scope, ...rest }): Route => {
    const ends = type === 'blackhole';
    const next = ends ? undefined : via;
    return {
      ...rest,
      type,
      via: next,
      device: ends ? undefined : 'eth0',
      source: undefined,
      scope: ends || next !== undefined ? 'global' : scope,
      onlink: next !== undefined,
    };
  });

const op: fc.Arbitrary<Op> = fc.oneof(
  route.map((one): Op => ({ kind: 'route-replace', route: one })),
  fc.tuple(address, fc.constantFrom('permanent' as const, 'stale' as const)).map(
    ([to, state]): Op => ({
      kind: 'neighbour-replace',
      device: 'eth0',
      address: to,
      mac: mac('02:00:00:00:00:77'),
      state,
    }),
  ),
  address.map(
    (one): Op => ({
      kind: 'address-add',
      device: 'lo',
      address: { address: one, length: 32 },
      scope: 'global',
    }),
  ),
  fc
    .constantFrom('0', '1')
    .map((value): Op => ({ kind: 'sysctl', path: 'net.ipv4.conf.eth0.proxy_arp', value })),
  fc
    .integer({ min: 1000, max: 1500 })
    .map((mtu): Op => ({ kind: 'link-mtu', device: 'eth0', mtu })),
);

/** Types what was printed, line by line, as the batches would run it. */
function type(host: Netns, ops: readonly Op[]): void {
  for (const { tool, input } of printOps(ops, CONTEXT)) {
    for (const line of input.split('\n').filter((one) => one !== '')) {
      runCommandLine(
        tool === 'sysctl' ? `sysctl -w ${line.replaceAll(' ', '')}` : `${tool} ${line}`,
        host,
      );
    }
  }
}

const QUESTIONS = ['ip route', 'ip neigh', 'ip address', 'sysctl net.ipv4.conf.eth0.proxy_arp'];

describe('what is printed of ops, typed in', () => {
  it('does to a host what the ops do', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 12 }), (ops) => {
        const [typed, told] = [twoHosts(), twoHosts()];
        type(typed, ops);
        for (const one of ops) {
          try {
            applyOp(told, one);
          } catch {
            // An address twice: the command has complained of it as well.
          }
        }
        for (const question of QUESTIONS) {
          expect(runCommandLine(question, typed).stdout).to.equal(
            runCommandLine(question, told).stdout,
          );
        }
      }),
    );
  });

  it('fills chains as the ops do', () => {
    const words = '-s 10.0.0.0/8 -p tcp -m tcp --dport 80 -m comment --comment a:b -j DROP';
    const rule = parseRule(words.split(' '));
    const ops: readonly Op[] = [
      { kind: 'chain-restore', table: 'filter', chain: 'cali-a', rules: [rule, rule] },
      { kind: 'rule-insert', table: 'filter', chain: 'FORWARD', at: 1, rule },
      { kind: 'rule-append', table: 'filter', chain: 'FORWARD', rule },
      { kind: 'rule-delete', table: 'filter', chain: 'FORWARD', rule },
      { kind: 'chain-policy', table: 'filter', chain: 'FORWARD', policy: 'DROP' },
    ];
    const [typed, told] = [twoHosts(), twoHosts()];
    for (const { input } of printOps(ops, CONTEXT)) {
      const { stderr } = runCommandLine('iptables-restore --noflush', typed, {
        ...NO_INPUT,
        stdin: input,
      });
      expect(stderr).to.equal('');
    }
    for (const one of ops) applyOp(told, one);
    const rules = (host: Netns) => runCommandLine('iptables -S', host).stdout;
    expect(rules(typed)).to.equal(rules(told));
  });
});
