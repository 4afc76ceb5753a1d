/** A walk with a step of every kind on its one hop, in the words that hosts of Calico have. */
import type { Walk, WalkStep } from '../../model/walk';

const ECHO = 'IP 172.16.158.3 > 8.8.8.8: ICMP echo request, id 7, seq 1, length 64';

const untouched = (table: string, hook: string): WalkStep => ({
  kind: 'netfilter',
  hook,
  table,
  verdict: 'policy ACCEPT',
  chains: [
    {
      name: hook.toUpperCase(),
      skipped: 0,
      rules: [{ number: 1, text: '-j cali-PREROUTING', isFitted: true }],
    },
  ],
});

export const EVERY_STEP: readonly WalkStep[] = [
  { kind: 'receive', device: 'calice0906292e2', packet: ECHO, frame: 0 },
  untouched('raw', 'prerouting'),
  untouched('mangle', 'prerouting'),
  { kind: 'sysctl', name: 'net.ipv4.ip_forward', value: '1', meaning: 'packets are forwarded' },
  {
    kind: 'route',
    destination: '8.8.8.8',
    route: '8.8.8.0/24 via 192.168.10.1 dev ens5',
    beaten: [
      '8.8.8.0/24 via 192.168.10.2 dev ens5 metric 100',
      'default via 192.168.10.1 dev ens5',
    ],
  },
  {
    kind: 'netfilter',
    hook: 'forward',
    table: 'filter',
    verdict: 'ACCEPT',
    chains: [
      {
        name: 'FORWARD',
        skipped: 0,
        rules: [{ number: 1, text: '-j cali-FORWARD', isFitted: true }],
      },
      {
        name: 'cali-FORWARD',
        skipped: 2,
        rules: [
          { number: 3, text: '-i tunl0 -j cali-from-host-endpoint', isFitted: false },
          { number: 4, text: '-m mark --mark 0x10000/0x10000 -j ACCEPT', isFitted: true },
        ],
      },
    ],
  },
  {
    kind: 'nat',
    hook: 'postrouting',
    before: { source: '172.16.158.3', destination: '8.8.8.8', sourcePort: 7 },
    after: { source: '192.168.10.101', destination: '8.8.8.8', sourcePort: 7 },
  },
  {
    kind: 'neighbour',
    address: '192.168.10.1',
    device: 'ens5',
    state: 'stale',
    mac: '52:54:00:12:34:56',
  },
  {
    kind: 'encapsulate',
    device: 'tunl0',
    packet: `IP 192.168.10.101 > 192.168.10.102: ${ECHO}`,
  },
  { kind: 'decapsulate', device: 'tunl0', packet: ECHO },
  { kind: 'fragment', mtu: 1480, pieces: 2 },
  { kind: 'answer', what: 'an ICMP echo reply' },
  { kind: 'note', text: 'no reply: icmp_echo_ignore_all is 1' },
  { kind: 'transmit', device: 'ens5', packet: ECHO },
  {
    kind: 'drop',
    reason: 'NEIGH_FAILED',
    because: '192.168.10.1 did not answer three ARP requests',
  },
  { kind: 'deliver', to: 'ping of default/pod1' },
];

/** The first packet of a ping, of which one host did all that. */
export function walkOf(steps: readonly WalkStep[], host = 'k8s-w1'): Walk {
  return {
    number: 1,
    kind: 'ping',
    title: 'ping -c 1 8.8.8.8',
    from: 'default/pod1',
    isAnswered: false,
    output: '',
    changes: [],
    packets: [
      {
        id: 7,
        summary: ECHO,
        role: 'request',
        hops: [{ host, atUs: 1_250, steps }],
        fate: { kind: 'under way' },
      },
    ],
    messages: [],
  };
}
