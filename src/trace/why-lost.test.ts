/**
 * One sentence about a loss: who lost what, and for what.
 */
import { expect } from 'chai';
import { explainDrop } from './explain-drop';
import {
  delivered,
  echo,
  framed,
  hop,
  noRoute,
  OUTSIDE,
  POD1,
  POD2,
  trace,
} from './made-packets.fixture';
import { whyLost } from './why-lost';

const REQUEST = echo('request');
const REPLY = echo('reply', POD2, POD1);
const ARRIVED = delivered('default/pod2');

describe('why a conversation was lost', () => {
  it('is nothing where all was answered, or nothing was sent', () => {
    const held = [
      trace(1, undefined, REQUEST, ARRIVED),
      trace(2, 1, REPLY, delivered('default/pod1')),
    ];
    expect([whyLost(held), whyLost([])]).to.deep.equal([undefined, undefined]);
  });

  it('names the host that lost the request, though an ICMP error came back', () => {
    expect(whyLost([trace(1, undefined, REQUEST, noRoute('router'))])).to.equal(
      'the request 172.16.158.1 > 172.16.184.1 was dropped on router (IP_INNOROUTES): ' +
        'no route to 172.16.158.1',
    );
  });

  it('names the host that lost the reply', () => {
    const lost = [trace(1, undefined, REQUEST, ARRIVED), trace(2, 1, REPLY, noRoute('k8s-w2'))];
    expect(whyLost(lost)).to.equal(
      'the request arrived on default/pod2, but the reply 172.16.184.1 > 172.16.158.1 was ' +
        'dropped on k8s-w2 (IP_INNOROUTES): no route to 172.16.158.1',
    );
  });

  it('names the host that never sent a reply, and what kept it from that', () => {
    const request = echo('request', POD1, OUTSIDE);
    const why = hop(
      'internet',
      { kind: 'deliver', to: 'ICMP' },
      { kind: 'note', text: 'no reply: no route to 172.16.158.1' },
    );
    expect(whyLost([trace(1, undefined, request, delivered('internet'), [why])])).to.equal(
      'the reply never left internet (8.8.8.8): no route to 172.16.158.1',
    );
    expect(whyLost([trace(1, undefined, request, delivered('internet'))])).to.equal(
      'the reply never left internet (8.8.8.8): nothing there answers',
    );
  });

  it('speaks of the first request that was lost, not of the first request', () => {
    const lost = [
      trace(1, undefined, REQUEST, ARRIVED),
      trace(2, 1, REPLY, delivered('default/pod1')),
      trace(3, undefined, REQUEST, undefined),
    ];
    expect(whyLost(lost)).to.equal(
      'the request 172.16.158.1 > 172.16.184.1 is still under way when the watch ended',
    );
  });

  it('follows a packet that was cut into pieces', () => {
    const lost = [
      trace(1, undefined, framed(REQUEST), { kind: 'split' }),
      trace(2, 1, REQUEST, ARRIVED),
      trace(3, 1, REQUEST, noRoute('k8s-w1')),
    ];
    expect(whyLost(lost)).to.equal(
      'the request 172.16.158.1 > 172.16.184.1 was dropped on k8s-w1 (IP_INNOROUTES): ' +
        'no route to 172.16.158.1',
    );
  });
});

describe('a drop reason', () => {
  it('has a sentence that needs no dictionary', () => {
    expect(explainDrop('NEIGH_FAILED')).to.equal(
      'nobody answered the ARP requests for the next hop',
    );
  });
});
