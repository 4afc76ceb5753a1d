import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { BROADCAST_MAC, mac, ZERO_MAC } from '../addr/mac';
import type { Frame } from '../wire/ethernet';
import { type Ipv4Packet, type Ipv4Payload, NO_OPTIONS, packetLength } from '../wire/ipv4';
import { quotePacket } from '../wire/quote';
import { TCP_ACK, TCP_SYN } from '../wire/tcp';
import { mssOption } from '../wire/tcp-options';
import { frameJson } from './frame-json';
import { Roles } from './roles';
import { normaliseScenario } from './scenario';
import { Tokens } from './tokens';

const POD1 = mac('02:00:ac:10:9e:01');

function naming() {
  const roles = new Roles();
  roles.name(POD1, 'pod1');
  return { roles, tokens: new Tokens(normaliseScenario({})) };
}

function packet(protocol: number, payload: Ipv4Payload, fields: Partial<Ipv4Packet> = {}) {
  return {
    kind: 'ipv4' as const,
    tos: 0,
    id: 7,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol,
    source: ipv4('172.16.158.1'),
    destination: ipv4('172.16.158.2'),
    options: NO_OPTIONS,
    payload,
    ...fields,
  };
}

const ECHO = packet(1, {
  kind: 'icmp-echo',
  type: 'request',
  id: 4711,
  sequence: 1,
  data: new Uint8Array(56),
});

const ENDS = { src: '172.16.158.1', dst: '172.16.158.2' };
const IP = { ...ENDS, ttl: 64, df: true, id: 'nonzero' };

describe('a frame in an observation', () => {
  it('shows an ARP request with roles instead of MAC addresses', () => {
    const frame: Frame = {
      kind: 'frame',
      source: POD1,
      destination: BROADCAST_MAC,
      payload: {
        kind: 'arp',
        operation: 'request',
        senderMac: POD1,
        senderIp: ipv4('172.16.158.1'),
        targetMac: ZERO_MAC,
        targetIp: ipv4('169.254.1.1'),
      },
    };
    expect(frameJson(frame, naming())).to.deep.equal({
      eth: { src: 'pod1', dst: 'bcast' },
      arp: { op: 'request', sha: 'pod1', spa: '172.16.158.1', tha: 'zero', tpa: '169.254.1.1' },
    });
  });

  it('shows an echo request with a token for its id', () => {
    expect(frameJson(ECHO, naming())).to.deep.equal({
      ip: { ...IP, len: 84 },
      icmp: { type: 8, code: 0, id: 'id1', seq: 1, data: 56 },
    });
  });

  it('shows IPIP as a packet inside a packet', () => {
    expect(frameJson(packet(4, ECHO), naming())).to.deep.equal({
      ip: { ...IP, len: 104, proto: 'ipip' },
      inner: { ip: { ...IP, len: 84 }, icmp: { type: 8, code: 0, id: 'id1', seq: 1, data: 56 } },
    });
  });

  it('shows VXLAN with the inner frame and a source port for each sender', () => {
    const inner: Frame = {
      kind: 'frame',
      source: POD1,
      destination: mac('ee:ee:ee:ee:ee:ee'),
      payload: ECHO,
    };
    const outer = packet(17, {
      kind: 'udp',
      sourcePort: 40000,
      destinationPort: 4789,
      hasChecksum: true,
      payload: { kind: 'vxlan', vni: 4096, inner },
    });
    const frame: Frame = { kind: 'frame', source: POD1, destination: POD1, payload: outer };
    expect(frameJson(frame, naming())).to.deep.equal({
      eth: { src: 'pod1', dst: 'pod1' },
      ip: { ...IP, len: 134 },
      udp: { sport: 'vxsport@172.16.158.1#1', dport: 4789, data: 106 },
      vxlan: { vni: 4096 },
      inner: {
        eth: { src: 'pod1', dst: 'ee:ee' },
        ip: { ...IP, len: 84 },
        icmp: { type: 8, code: 0, id: 'id1', seq: 1, data: 56 },
      },
    });
  });

  it('shows a SYN with its MSS', () => {
    const syn = packet(6, {
      kind: 'tcp',
      sourcePort: 40001,
      destinationPort: 80,
      sequence: 1,
      acknowledgement: 0,
      flags: TCP_SYN | TCP_ACK,
      window: 64240,
      options: mssOption(1440),
      data: new Uint8Array(0),
    });
    expect(frameJson(syn, naming())).to.deep.equal({
      ip: { ...IP, len: 44 },
      tcp: { sport: 'port1', dport: 'port2', flags: 'SA', data: 0, mss: 1440 },
    });
  });

  it('shows of an error what it quotes, and how many bytes of it', () => {
    const quoted = quotePacket(ECHO, 548);
    const error = packet(
      1,
      { kind: 'icmp-error', type: 3, code: 4, rest: 1480, quoted },
      { tos: 0xc0, dontFragment: false },
    );
    expect(frameJson(error, naming())).to.deep.equal({
      ip: { ...IP, df: false, len: packetLength(error), tos: 192 },
      icmp: {
        type: 3,
        code: 4,
        mtu: 1480,
        quoted: { ip: { ...IP, len: 84 }, icmp: { type: 8, code: 0, id: 'id1', seq: 1 } },
        quotedBytes: 84,
      },
    });
  });

  it('shows the first fragment with its transport header and later ones without', () => {
    const first = packet(
      17,
      { kind: 'data', bytes: Uint8Array.of(0, 53, 0, 80, 5, 220, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8) },
      { dontFragment: false, moreFragments: true },
    );
    const last = packet(
      17,
      { kind: 'data', bytes: new Uint8Array(10) },
      { dontFragment: false, fragmentOffset: 16 },
    );
    const seen = naming();
    expect([frameJson(first, seen), frameJson(last, seen)]).to.deep.equal([
      {
        ip: { ...IP, df: false, len: 36, mf: true, off: 0 },
        udp: { sport: 'port1', dport: 'port2', data: 1492 },
        frag: 16,
      },
      { ip: { ...IP, df: false, len: 30, mf: false, off: 16, proto: 'udp' }, frag: 10 },
    ]);
  });
});
