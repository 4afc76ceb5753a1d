/**
 * The messages of the matchers about tables, sights and values, whole.
 */
import { describeTrace } from '../../src/trace/describe-trace';
import { expect } from '../support/matchers';
import { AT_POD1, AT_POD2, madePing } from './made-outcome';
import { messageOf } from './message-of';

const ROUTES = [
  { type: 'blackhole', destination: '172.16.158.0/24', via: '' },
  { type: 'unicast', destination: '172.16.184.0/24', via: '192.168.10.102' },
];
const PING = madePing(AT_POD2, AT_POD1);
const [REQUEST] = PING.traces;
const STORY = PING.traces.map((trace) => `\n${describeTrace(trace)}`);

describe('the matcher for tables', () => {
  it('shows what was expected, what there is, and the nearest miss', () => {
    const rows = [{ destination: '172.16.184.0/24', via: '192.168.10.10' }];
    const wanted = { columns: ['destination', 'via'], rows, partial: true, ordered: false };
    const context = { what: 'the routes of k8s-w1' };
    expect(messageOf(() => expect(ROUTES).to.be.rowsLike(wanted, context))).to.equal(
      [
        'expected the routes of k8s-w1 to include',
        '  | destination     | via           |',
        '  | 172.16.184.0/24 | 192.168.10.10 |',
        'but there is',
        '  | destination     | via            |',
        '  | 172.16.158.0/24 |                |',
        '  | 172.16.184.0/24 | 192.168.10.102 |',
        'missing: destination 172.16.184.0/24, via 192.168.10.10',
        '  nearest miss: destination 172.16.184.0/24, via 192.168.10.102',
        '  differs in via: expected 192.168.10.10, got 192.168.10.102',
      ].join('\n'),
    );
  });

  it('says that there is nothing, and shows the traces that it was given', () => {
    const wanted = { columns: ['via'], rows: [{ via: 'x' }], partial: false, ordered: true };
    const context = { what: 'the way', traces: REQUEST === undefined ? [] : [REQUEST] };
    expect(messageOf(() => expect([]).to.be.rowsLike(wanted, context))).to.equal(
      [
        'expected the way to be',
        '  | via |',
        '  | x   |',
        'but there is',
        '  nothing',
        'row 1 is missing: via x',
        STORY[0],
      ].join('\n'),
    );
  });
});

describe('the matchers for sights', () => {
  const frame = { host: 'k8s-w1', interface: 'ens5', direction: 'out', frame: 'IP' };

  it('show what was seen although nothing may be', () => {
    const look = () => expect([frame]).to.be.unseen('the ping on ens5 of k8s-w1', PING.traces);
    expect(messageOf(look)).to.equal(
      [
        'expected nothing of the ping on ens5 of k8s-w1 to be seen, but this was',
        '  | host   | interface | direction | frame |',
        '  | k8s-w1 | ens5      | out       | IP    |',
        ...STORY,
      ].join('\n'),
    );
  });

  it('show where a packet was seen instead', () => {
    const look = () => expect([]).to.be.seen('the request on tunl0 of k8s-w1', [frame], []);
    expect(messageOf(look)).to.equal(
      [
        'expected the request on tunl0 of k8s-w1 to be seen, but it was seen only here',
        '  | host   | interface | direction | frame |',
        '  | k8s-w1 | ens5      | out       | IP    |',
      ].join('\n'),
    );
  });
});

describe('the matcher for values', () => {
  it('says what is not as wanted, and how that came about', () => {
    expect(messageOf(() => expect('0').to.be.valueLike('1', 'proxy_arp on k8s-w1'))).to.equal(
      'expected proxy_arp on k8s-w1 to be 1, but it is 0',
    );
    expect(messageOf(() => expect(undefined).to.be.valueLike('63', 'the TTL', PING))).to.equal(
      ['expected the TTL to be 63, but it is not there', ...STORY].join('\n'),
    );
  });
});
