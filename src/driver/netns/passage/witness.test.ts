/** What a host is asked about a packet that it lost, and what its tools' words become. */
import { expect } from 'chai';
import { ipv4 } from '../../../addr/ipv4';
import { NO_OPTIONS, PROTOCOL_ICMP } from '../../../wire/ipv4';
import type { Sighting } from '../capture/sighting';
import { Witness } from './witness';

const TOOLS: Readonly<Record<string, { readonly stdout: string; readonly stderr: string }>> = {
  'iptables-save -c': { stdout: '', stderr: '' },
  'ip route get 172.16.158.9 from 8.8.8.8 iif ens5': {
    stdout: '',
    stderr: 'RTNETLINK answers: Invalid argument\n',
  },
  'ip -j route show match 172.16.158.9': {
    stdout: JSON.stringify([
      { dst: 'default', gateway: '192.168.10.1', dev: 'ens5' },
      { type: 'blackhole', dst: '172.16.158.0/24', protocol: 'bird' },
    ]),
    stderr: '',
  },
};

const LAB = {
  run: async (_host: string, words: readonly string[]) => {
    const { stdout, stderr } = TOOLS[words.join(' ')] ?? { stdout: '', stderr: '' };
    return { stdout, stderr, exit: stderr === '' ? 0 : 2, isOverdue: false };
  },
};

const SIGHTING: Sighting = {
  host: 'k8s-w1',
  device: 'ens5',
  direction: 'in',
  atNs: 0n,
  bytes: new Uint8Array(0),
  frame: {
    kind: 'ipv4',
    tos: 0,
    id: 1,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: PROTOCOL_ICMP,
    source: ipv4('8.8.8.8'),
    destination: ipv4('172.16.158.9'),
    options: NO_OPTIONS,
    payload: { kind: 'icmp-echo', type: 'request', id: 7, sequence: 1, data: new Uint8Array(56) },
  },
};

describe('a witness', () => {
  it('names the blackhole that a packet met, and the routes that it beat', async () => {
    const because = 'blackhole 172.16.158.0/24 proto bird';
    const why = await new Witness(LAB).whyLost(SIGHTING);
    expect(why).to.deep.equal({
      reason: 'NOT_SPECIFIED',
      because,
      decision: {
        kind: 'route',
        destination: ipv4('172.16.158.9'),
        route: { text: because },
        beaten: [{ text: 'default via 192.168.10.1 dev ens5' }],
      },
    });
  });
});
