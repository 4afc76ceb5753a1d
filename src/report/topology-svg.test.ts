/**
 * The picture is well-formed XML whatever the names in it are, and shows what the trace says.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { ipv4 } from '../addr/ipv4';
import type { Leg, Topology } from './topology';
import { topologySvg } from './topology-svg';
import { wellFormed } from './well-formed.fixture';

const LAB: Topology = {
  nodes: [
    { name: 'k8s-w2', address: ipv4('192.168.10.102') },
    { name: 'k8s-w1', address: ipv4('192.168.10.101') },
    { name: 'k8s-w0', address: ipv4('192.168.20.100') },
  ],
  workloads: [
    {
      pod: 'default/pod1',
      node: 'k8s-w1',
      address: ipv4('172.16.158.1'),
      interface: 'calice0906292e2',
    },
    {
      pod: 'shop/pod2',
      node: 'k8s-w2',
      address: ipv4('172.16.184.1'),
      interface: 'cali0123456789a',
    },
  ],
  segments: [
    { name: 'lan10', cidr: '192.168.10.0/24' },
    { name: 'lan20', cidr: '192.168.20.0/24' },
  ],
  routers: [{ name: 'router', addresses: [ipv4('192.168.10.254'), ipv4('192.168.20.254')] }],
  outside: [{ name: 'internet', address: ipv4('8.8.8.8') }],
};

const THERE: Leg = {
  kind: 'request',
  hosts: ['default/pod1', 'k8s-w1', 'k8s-w2', 'shop/pod2'],
  lost: undefined,
};
const BACK: Leg = {
  kind: 'reply',
  hosts: ['shop/pod2', 'k8s-w2'],
  lost: { host: 'k8s-w2', reason: 'IP_RPFILTER' },
};

/** The texts of a picture, in the order of drawing. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text = '']) => text);
}

describe('the picture of a lab', () => {
  it('has the nodes in the order of their names, and the pods in them', () => {
    const texts = textsOf(topologySvg(LAB, [])).filter((text) => /^(k8s|pod|shop)/.test(text));
    expect(texts).to.deep.equal(['k8s-w0', 'k8s-w1', 'pod1', 'k8s-w2', 'shop/pod2']);
  });

  it('paints request and reply, and a cross with its reason where one was lost', () => {
    const svg = topologySvg(LAB, [THERE, BACK]);
    expect(svg.match(/<path class="(request|reply|x)" d="M[^"]*L/g)).to.have.length(2);
    expect(svg.match(/class="x"/g)).to.have.length(1);
    expect(textsOf(svg)).to.include('IP_RPFILTER');
    expect(svg).to.contain('the reply is lost on k8s-w2: IP_RPFILTER</title>');
  });

  it('leads over the segment that two hosts share', () => {
    const y = /<path class="b" d="M\d+ (\d+)H/.exec(topologySvg(LAB, []))?.[1];
    const way = /<path class="request" d="([^"]*)"/.exec(topologySvg(LAB, [THERE]))?.[1];
    expect(way?.match(new RegExp(`L\\d+ ${Number(y) - 4}(?=L)`, 'g'))).to.have.length(2);
  });

  it('of a large lab has the nodes that the packet met, and says how many are missing', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({
      name: `node-${at}`,
      address: ipv4(`192.168.10.${at + 1}`),
    }));
    const svg = topologySvg({ ...LAB, nodes: [...LAB.nodes, ...many] }, [THERE]);
    expect(textsOf(svg).filter((text) => /^(k8s|node)/.test(text))).to.deep.equal([
      'k8s-w1',
      'k8s-w2',
    ]);
    expect(textsOf(svg)).to.include('21 more nodes are not drawn');
  });

  it('is well-formed XML without empty attributes, whatever the names are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, reason) => {
        const nodes = [{ name, address: ipv4('192.168.10.7') }];
        const leg: Leg = { kind: 'request', hosts: [name], lost: { host: name, reason } };
        const svg = topologySvg({ ...LAB, nodes }, [leg]);
        expect(wellFormed(svg)).to.equal(undefined);
        expect(svg).not.to.contain('=""');
      }),
    );
  });
});
