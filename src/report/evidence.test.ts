/**
 * What an exchange leaves for the report: a picture, a hop table, a capture, and a sentence if lost.
 */
import { expect } from 'chai';
import {
  delivered,
  echo,
  framed,
  hop,
  noRoute,
  POD1,
  POD2,
  trace,
} from '../trace/made-packets.fixture';
import { decodeCaptured } from '../wire/capture/capture';
import { readPcapng } from '../wire/capture/read-pcapng';
import { type Attachment, attachmentsOf, type Exchange } from './evidence';
import type { Topology } from './topology';

const LAB: Topology = { nodes: [], workloads: [], segments: [], routers: [], outside: [] };
const REQUEST = echo('request');
const SENT = framed(REQUEST);

const LOST: Exchange = {
  request: trace(1, undefined, REQUEST, noRoute('router'), [hop('router')]),
  reply: undefined,
  traces: [trace(1, undefined, REQUEST, noRoute('router'), [hop('router')])],
  frames: [
    { host: 'pod1', device: 'eth0', direction: 'out', atUs: 5, frame: SENT, trace: 1 },
    { host: 'k8s-w1', device: 'tunl0', direction: 'out', atUs: 9, frame: REQUEST, trace: 1 },
  ],
  isAnswered: false,
};

function namesOf(attachments: readonly Attachment[]): string[] {
  return attachments.map(({ mediaType, fileName }) => `${fileName} (${mediaType})`);
}

describe('the evidence of a scenario', () => {
  it('is nothing where nothing was sent', () => {
    expect(attachmentsOf(LAB, [])).to.deep.equal([]);
  });

  it('says first why a packet was lost', () => {
    const attachments = attachmentsOf(LAB, [LOST]);
    expect(namesOf(attachments)).to.deep.equal([
      'loss (text/x.cucumber.log+plain)',
      'path.svg (image/svg+xml)',
      'hops.txt (text/plain)',
      'capture.pcapng (application/vnd.tcpdump.pcap)',
    ]);
    expect(attachments[0]?.data).to.match(/^lost: the request 172.16.158.1 > 172.16.184.1 was/);
  });

  it('tells before the hops what was changed on the hosts', () => {
    const changes = [
      { atUs: 0, host: 'k8s-w1', by: 'hand', what: 'iptables -t nat -F' },
      { atUs: 2_000_000, host: 'k8s-w1', by: 'bird', what: 'put back the route' },
    ] as const;
    const hopsOf = (exchange: Exchange) =>
      attachmentsOf(LAB, [exchange]).find(({ fileName }) => fileName === 'hops.txt')?.data;
    expect(hopsOf({ ...LOST, changes })).to.equal(
      [
        'changed on the hosts since what was sent before',
        '  0.000 s  k8s-w1  by hand: iptables -t nat -F',
        '  2.000 s  k8s-w1  bird: put back the route',
        '',
        hopsOf(LOST),
      ].join('\n'),
    );
    expect(hopsOf({ ...LOST, changes: [] })).to.equal(hopsOf(LOST));
  });

  it('has no sentence where all was answered, and numbers several exchanges', () => {
    const reply = trace(2, 1, echo('reply', POD2, POD1), delivered('default/pod1'));
    const request = trace(1, undefined, REQUEST, delivered('default/pod2'));
    const traces = [request, reply];
    const held: Exchange = { request, reply, traces, frames: [], isAnswered: true };
    expect(namesOf(attachmentsOf(LAB, [held, held]))).to.deep.equal([
      'path 1.svg (image/svg+xml)',
      'hops 1.txt (text/plain)',
      'path 2.svg (image/svg+xml)',
      'hops 2.txt (text/plain)',
    ]);
  });

  it('has no sentence where packets were lost on purpose, as by traceroute', () => {
    expect(namesOf(attachmentsOf(LAB, [{ ...LOST, isAnswered: true }]))[0]).to.equal(
      'path.svg (image/svg+xml)',
    );
  });

  it('captures what each interface saw, with link layer or without', () => {
    const file = attachmentsOf(LAB, [LOST]).at(-1)?.data;
    const { interfaces, frames } = readPcapng(file as Uint8Array);
    expect(interfaces.map(({ name }) => name)).to.deep.equal(['pod1 eth0', 'k8s-w1 tunl0']);
    const seen = frames.map(({ bytes }, at) =>
      decodeCaptured(interfaces[at]?.linkType ?? 0, bytes),
    );
    expect(seen).to.deep.equal([SENT, REQUEST]);
  });
});
