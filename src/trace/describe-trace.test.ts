/**
 * What a person reads of a packet: whole texts.
 */
import { expect } from 'chai';
import { describeFate } from './describe-fate';
import { describeStep } from './describe-step';
import { describeTrace, describeTraces } from './describe-trace';
import {
  CALI_MAC,
  delivered,
  echo,
  framed,
  hop,
  NODE1,
  NODE2,
  noRoute,
  OUTSIDE,
  POD1,
  POD2,
  packet,
  trace,
} from './made-packets.fixture';
import type { Step } from './trace';

const REQUEST = echo('request');
const ECHO = 'IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id 7, seq 1, length 64';
const IPIP = packet(NODE1, NODE2, 4, REQUEST);

function undecided(table: string, hook: string): Step {
  const rule = { table, chain: hook.toUpperCase(), number: 1, text: '-j cali-PREROUTING' };
  return { kind: 'netfilter', hook, table, matched: [rule], verdict: 'policy ACCEPT' };
}

const MASQUERADE: Step = {
  kind: 'netfilter',
  hook: 'postrouting',
  table: 'nat',
  matched: [
    { table: 'nat', chain: 'POSTROUTING', number: 1, text: '-j cali-POSTROUTING' },
    { table: 'nat', chain: 'cali-nat-outgoing', number: 1, text: '-j MASQUERADE --random-fully' },
  ],
  verdict: 'ACCEPT',
};

describe('a hop table', () => {
  it('has a block for each host, and one line for tables that left the packet alone', () => {
    const told = trace(1, undefined, REQUEST, delivered('k8s-w1'), [
      hop(
        'default/pod1',
        { kind: 'route', destination: POD2, route: { text: 'default via 169.254.1.1 dev eth0' } },
        { kind: 'transmit', device: 'eth0', frame: framed(REQUEST) },
      ),
      hop(
        'k8s-w1',
        { kind: 'receive', device: 'cali1', frame: framed(REQUEST) },
        undecided('raw', 'prerouting'),
        undecided('nat', 'prerouting'),
        MASQUERADE,
        undecided('mangle', 'postrouting'),
      ),
    ]);
    expect(describeTrace(told)).to.equal(
      [
        'default/pod1  route to 172.16.184.1: default via 169.254.1.1 dev eth0',
        `              -> eth0  ${ECHO}`,
        `k8s-w1        <- cali1  ${ECHO}`,
        '              raw/PREROUTING, nat/PREROUTING: no rule decided => policy ACCEPT',
        '              nat/cali-nat-outgoing rule 1: -j MASQUERADE --random-fully => ACCEPT',
        '              mangle/POSTROUTING: no rule decided => policy ACCEPT',
      ].join('\n'),
    );
  });

  it('indents the frame that a VXLAN packet carries', () => {
    const vxlan = packet(NODE1, NODE2, 17, {
      kind: 'udp',
      sourcePort: 50000,
      destinationPort: 4789,
      hasChecksum: false,
      payload: { kind: 'vxlan', vni: 4096, inner: framed(REQUEST) },
    });
    const told = trace(1, undefined, REQUEST, delivered('k8s-w2'), [
      hop('k8s-w1', { kind: 'encapsulate', device: 'vxlan.calico', outer: vxlan }),
    ]);
    expect(describeTrace(told)).to.equal(
      [
        'k8s-w1  encapsulated by vxlan.calico: ' +
          'IP 192.168.10.101.50000 > 192.168.10.102.4789: VXLAN, flags [I] (0x08), vni 4096',
        `            ${ECHO}`,
      ].join('\n'),
    );
  });

  it('of several packets says of each what was sent and how it ended', () => {
    const told = [
      trace(1, undefined, REQUEST, delivered('default/pod2'), [
        hop('default/pod2', { kind: 'deliver', to: 'ICMP' }),
      ]),
      trace(2, 1, echo('reply', POD2, POD1), noRoute('k8s-w2'), [
        hop('k8s-w2', { kind: 'drop', reason: 'IP_INNOROUTES', because: 'no route' }),
      ]),
    ];
    expect(describeTraces(told)).to.equal(
      [
        `packet 1: ${ECHO}`,
        'delivered on default/pod2',
        '',
        'default/pod2  delivered to ICMP',
        '',
        'packet 2: IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id 7, seq 1, length 64',
        'dropped on k8s-w2 (IP_INNOROUTES): no route to 172.16.158.1',
        '',
        'k8s-w2  DROPPED (IP_INNOROUTES): no route',
      ].join('\n'),
    );
  });
});

describe('a step in words', () => {
  const STEPS: readonly (readonly [Step, string])[] = [
    [MASQUERADE, 'nat/cali-nat-outgoing rule 1: -j MASQUERADE --random-fully => ACCEPT'],
    [
      { kind: 'netfilter', hook: 'forward', table: 'filter', matched: [], verdict: 'policy DROP' },
      'filter/FORWARD: no rule decided => policy DROP',
    ],
    [
      {
        kind: 'nat',
        hook: 'postrouting',
        before: echo('request', POD1, OUTSIDE, 7),
        after: echo('request', NODE1, OUTSIDE, 65397),
      },
      'NAT in POSTROUTING: 172.16.158.1 > 8.8.8.8 id 7 becomes 192.168.10.101 > 8.8.8.8 id 65397',
    ],
    [
      { kind: 'neighbour', address: NODE2, device: 'ens5', mac: undefined, state: 'none' },
      'no neighbour entry yet for 192.168.10.102 dev ens5',
    ],
    [
      { kind: 'neighbour', address: NODE2, device: 'ens5', mac: CALI_MAC, state: 'stale' },
      'neighbour 192.168.10.102 dev ens5 lladdr ee:ee:ee:ee:ee:ee STALE',
    ],
    [
      { kind: 'neighbour', address: NODE2, device: 'ens5', mac: undefined, state: 'failed' },
      'neighbour 192.168.10.102 dev ens5 FAILED',
    ],
    [
      { kind: 'encapsulate', device: 'tunl0', outer: IPIP },
      `encapsulated by tunl0: IP 192.168.10.101 > 192.168.10.102: ${ECHO}`,
    ],
    [{ kind: 'decapsulate', device: 'tunl0', inner: REQUEST }, `decapsulated by tunl0: ${ECHO}`],
    [{ kind: 'fragment', mtu: 1480, pieces: 2 }, 'cut into 2 fragments for an MTU of 1480 bytes'],
    [{ kind: 'answer', what: 'ICMP echo reply' }, 'answers with ICMP echo reply'],
    [
      { kind: 'note', text: 'a fragment, waits for the others' },
      'a fragment, waits for the others',
    ],
  ];

  for (const [step, text] of STEPS) {
    it(`is: ${text}`, () => {
      expect(describeStep(step)).to.equal(text);
    });
  }
});

describe('the end of a packet in words', () => {
  it('says where, and for what', () => {
    expect(
      [
        undefined,
        delivered('default/pod2'),
        noRoute('router'),
        { kind: 'dropped', host: 'router', reason: 'DEV_READY', because: '' } as const,
        { kind: 'split' } as const,
        { kind: 'merged' } as const,
      ].map(describeFate),
    ).to.deep.equal([
      'still under way when the watch ended',
      'delivered on default/pod2',
      'dropped on router (IP_INNOROUTES): no route to 172.16.158.1',
      'dropped on router (DEV_READY): the interface is down',
      'went on as fragments',
      'was put together with its other fragments',
    ]);
  });
});
