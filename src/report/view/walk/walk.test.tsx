/**
 * The packet walk: where one can stop, what keys lead to, how the lab is laid out and drawn.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { topologyOf } from '../../gather/topology-of';
import { walkOf } from '../../gather/walk-of';
import type { Topology } from '../../model/topology';
import type { Walk } from '../../model/walk';
import { pingTwice } from '../../testing/ping-evidence';
import { wellFormed } from '../../well-formed.fixture';
import { columnsOf, rowsOf, shortLine } from './ladder-rows';
import { Ladder } from './ladder-view';
import { firstStop, lossAmong, stopsOf } from './stops';
import { type Box, layoutOf } from './topology-layout';
import { legsOf, usedBy } from './topology-path';
import { TopologyView } from './topology-view';
import { beginWalk, messageAt, stepWalk } from './walk-state';

describe('a packet walk', () => {
  let walk: Walk;
  let lost: Walk;
  let topology: Topology;

  before(async () => {
    const pings = await pingTwice('172.16.184.1');
    const [first] = pings.exchanges;
    topology = topologyOf(pings.inventory);
    if (first !== undefined) walk = walkOf(first, 1, 0);
    const broken = await pingTwice('172.16.184.1', 'ip link set tunl0 down');
    const last = broken.exchanges.at(-1);
    if (last !== undefined) lost = walkOf(last, 2, 0);
  });

  describe('stops', () => {
    it('at each host that the request and its reply met, and at ARP between them', () => {
      const echoes = stopsOf(walk).filter(({ role }) => role === 'request' || role === 'reply');
      expect(echoes.map(({ host, role }) => `${role} ${host}`)).to.deep.equal([
        'request default/pod1',
        'request k8s-w1',
        'request k8s-w2',
        'request default/pod2',
        'reply default/pod2',
        'reply k8s-w2',
        'reply k8s-w1',
        'reply default/pod1',
      ]);
      expect(stopsOf(walk).some(({ role }) => role === 'arp')).to.equal(true);
    });

    it('first where the packet was lost', () => {
      const stops = stopsOf(lost);
      expect(stops[lossAmong(stops)]).to.deep.include({ host: 'internet', isLoss: true });
      expect(firstStop(stops)).to.equal(lossAmong(stops));
      expect(lossAmong(stopsOf(walk))).to.equal(-1);
      expect(firstStop(stopsOf(walk))).to.equal(0);
    });
  });

  describe('its reader', () => {
    it('goes from stop to stop, and no further than the ends', () => {
      const begin = beginWalk(walk);
      expect(stepWalk(walk, begin, { kind: 'back' }).at).to.equal(0);
      expect(stepWalk(walk, begin, { kind: 'next' }).at).to.equal(1);
      const last = stepWalk(walk, begin, { kind: 'last' });
      expect(last.at).to.equal(stopsOf(walk).length - 1);
      expect(stepWalk(walk, last, { kind: 'next' }).at).to.equal(last.at);
    });

    it('plays to the end and stops there', () => {
      let state = stepWalk(walk, beginWalk(walk), { kind: 'play' });
      for (let count = 0; state.isPlaying && count < 1000; count++) {
        state = stepWalk(walk, state, { kind: 'tick' });
      }
      expect(state).to.deep.include({ at: stopsOf(walk).length - 1, isPlaying: false });
    });

    it('comes with a message to its frame and to the host that sent it', () => {
      for (const [number, message] of walk.messages.entries()) {
        const state = stepWalk(walk, beginWalk(walk), { kind: 'message', message: number });
        expect(state.frame).to.equal(message.from.frame);
        const stop = stopsOf(walk)[state.at];
        if (stop?.packet === message.packet) expect(stop.host).to.equal(message.from.host);
      }
    });

    it('is never nowhere, whatever he does', () => {
      const action = fc.oneof(
        fc
          .constantFrom('first', 'back', 'next', 'last', 'loss', 'play', 'pause', 'tick')
          .map((kind) => ({ kind }) as const),
        fc.integer().map((to) => ({ kind: 'go', to }) as const),
        fc.integer({ min: -2, max: 40 }).map((message) => ({ kind: 'message', message }) as const),
      );
      fc.assert(
        fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
          const state = actions.reduce((now, next) => stepWalk(walk, now, next), beginWalk(walk));
          expect(stopsOf(walk)[state.at]).to.not.equal(undefined);
        }),
      );
    });

    it('sees the message of where he is', () => {
      const [first] = stopsOf(walk);
      expect(walk.messages[messageAt(walk, first) ?? -1]?.from.host).to.equal('default/pod1');
      expect(messageAt(walk, undefined)).to.equal(undefined);
    });
  });

  describe('the picture', () => {
    it('leads the request over the tunnel and the segment, and the reply back', () => {
      const legs = legsOf(walk, topology, layoutOf(topology, usedBy(walk)));
      expect(legs.map(({ role, hosts }) => [role, ...hosts])).to.deep.equal([
        ['request', 'default/pod1', 'k8s-w1', 'k8s-w2', 'default/pod2'],
        ['reply', 'default/pod2', 'k8s-w2', 'k8s-w1', 'default/pod1'],
      ]);
      expect(usedBy(walk).tunnels).to.deep.equal(
        new Map([
          ['k8s-w1', 'tunl0'],
          ['k8s-w2', 'tunl0'],
        ]),
      );
    });

    it('is well-formed XML, with the loss marked by a sign and its reason', () => {
      const svg = svgOf(renderToString(<TopologyView topology={topology} walk={lost} />));
      expect(wellFormed(svg)).to.equal(undefined);
      expect(svg)
        .to.include('walk-cross')
        .and.match(/유실<\/tspan>: [A-Z_]+/);
    });

    it('lets nothing that somebody called so become markup', () => {
      const name = '<script>alert(1)</script>';
      const nodes = topology.nodes.map((node) => ({ ...node, name }));
      const html = renderToString(<TopologyView topology={{ ...topology, nodes }} />);
      expect(html).to.not.include('<script');
      expect(html).to.include('&lt;script');
    });

    it('has no box over another, however many nodes and pods there are', () => {
      const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 14 });
      fc.assert(
        fc.property(counts, (pods) => {
          const layout = layoutOf(labOf(pods), usedBy(undefined));
          const boxes = [...layout.nodes, ...layout.others];
          expect(overlaps(boxes)).to.deep.equal([]);
          for (const node of layout.nodes) {
            expect(overlaps(node.pods)).to.deep.equal([]);
            expect(node.pods.every((pod) => isInside(pod, node))).to.equal(true);
          }
          expect(layout.nodes.length + layout.hiddenNodes).to.equal(pods.length);
        }),
      );
    });
  });

  describe('the ladder', () => {
    it('has a column for each host on the way, in its order, and a row for each message', () => {
      const columns = columnsOf(walk);
      expect(columns.slice(0, 4)).to.deep.equal([
        'default/pod1',
        'k8s-w1',
        'k8s-w2',
        'default/pod2',
      ]);
      const rows = rowsOf(walk, columns);
      expect(rows).to.have.length(walk.messages.length);
      expect(rows[0]?.ms).to.equal('0.000');
      expect(rows.every(({ from, to }) => from >= 0 && to.every((column) => column >= 0))).to.equal(
        true,
      );
    });

    it('shows a broadcast at all who got it', () => {
      const rows = rowsOf(walk, columnsOf(walk));
      const flooded = rows.find(({ text }) => text.startsWith('Request who-has 192.168.10.102'));
      expect(flooded?.to.length).to.be.greaterThan(1);
    });

    it('says in short what tcpdump says', () => {
      const line = 'IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id 7, seq 1, length 64';
      expect(shortLine(line)).to.equal('172.16.158.1 > 172.16.184.1: ICMP echo request');
      expect(shortLine('ARP, Request who-has 169.254.1.1 tell 172.16.158.1, length 28')).to.equal(
        'Request who-has 169.254.1.1 tell 172.16.158.1',
      );
    });

    it('is well-formed XML', () => {
      const html = renderToString(<Ladder walk={walk} selected={2} onSelect={() => undefined} />);
      expect(wellFormed(svgOf(html))).to.equal(undefined);
    });
  });
});

function svgOf(html: string): string {
  return html.slice(html.indexOf('<svg'), html.indexOf('</svg>') + '</svg>'.length);
}

function labOf(pods: readonly number[]): Topology {
  const nodes = pods.map((_, at) => ({
    name: `node${at}`,
    address: `10.0.0.${at + 1}`,
    nic: 'ens5',
  }));
  const workloads = pods.flatMap((count, node) =>
    Array.from({ length: count }, (_, at) => ({
      pod: `default/p${node}-${at}`,
      node: `node${node}`,
      address: `172.16.${node}.${at}`,
      interface: `cali${node}${at}`,
    })),
  );
  const segments = [{ name: 'lan', cidr: '10.0.0.0/24' }];
  const routers = [{ name: 'router', addresses: ['10.0.0.254'] }];
  return { nodes, workloads, segments, routers, outside: [] };
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.name} and ${other.name}`),
  );
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
