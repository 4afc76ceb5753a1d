/**
 * The messages of the matchers about exchanges, whole: students read them.
 */
import { describeFate } from '../../src/trace/describe-fate';
import { describeTrace } from '../../src/trace/describe-trace';
import { expect } from '../support/matchers';
import { NotEstablishedError } from '../support/not-established';
import { AT_POD1, AT_POD2, dropped, madePing } from './made-outcome';
import { messageOf } from './message-of';

const ANSWERED = madePing(AT_POD2, AT_POD1);
const LOST = madePing(dropped('k8s-w1'));
const REPLY_LOST = madePing(AT_POD2, dropped('k8s-w1'));

describe('the matcher "answered"', () => {
  it('is content where each request was answered', () => {
    expect(ANSWERED).to.be.answered();
  });

  it('says how many were, where the request died, and shows its trace', () => {
    const [request] = LOST.traces;
    expect(messageOf(() => expect(LOST).to.be.answered())).to.equal(
      [
        'expected the ping from pod1 to 172.16.158.2 to be answered, but 0 of 1 requests were answered',
        `  request 1: ${describeFate(dropped('k8s-w1'))}`,
        '',
        request && describeTrace(request),
      ].join('\n'),
    );
  });

  it('says what was changed on the hosts since the exchange before', () => {
    const what = 'iptables -t nat -F';
    const changes = [{ atUs: 5_000_000, host: 'k8s-w1', by: 'hand', what }] as const;
    const told = messageOf(() => expect({ ...LOST, changes }).to.be.answered()) ?? '';
    expect(told.split('\n')[2]).to.equal(
      '  changed since: 5.000 s  k8s-w1  by hand: iptables -t nat -F',
    );
  });

  it('says where the reply died, and shows both traces', () => {
    expect(messageOf(() => expect(REPLY_LOST).to.be.answered())).to.equal(
      [
        'expected the ping from pod1 to 172.16.158.2 to be answered, but 0 of 1 requests were answered',
        `  reply 1: ${describeFate(dropped('k8s-w1'))}`,
        ...REPLY_LOST.traces.map((trace) => `\n${describeTrace(trace)}`),
      ].join('\n'),
    );
  });
});

describe('the matcher "lost"', () => {
  it('is content where nothing was answered and everything ended somewhere', () => {
    expect(LOST).to.be.lost();
    expect(REPLY_LOST).to.be.lost();
  });

  it('shows the traces of the ping that was answered', () => {
    expect(messageOf(() => expect(ANSWERED).to.be.lost())).to.equal(
      [
        'expected the ping from pod1 to 172.16.158.2 to fail, but 1 of 1 requests were answered',
        ...ANSWERED.traces.map((trace) => `\n${describeTrace(trace)}`),
      ].join('\n'),
    );
  });

  it('establishes nothing where nothing was ever sent', () => {
    const silent = { ...LOST, traces: [], frames: [], sent: 0 };
    expect(() => expect(silent).to.be.lost()).to.throw(
      NotEstablishedError,
      'the ping from pod1 to 172.16.158.2 was never seen to leave its host, so that it failed proves nothing',
    );
  });
});

describe('the matcher "dropped"', () => {
  const there = { leg: 'request', host: 'k8s-w1', reason: 'IP_RPFILTER' } as const;

  it('is content where the packet died there, for that, and for those words', () => {
    expect(LOST).to.be.dropped(there);
    expect(LOST).to.be.dropped({ leg: 'request', host: 'k8s-w1', because: 'no way back' });
    expect(REPLY_LOST).to.be.dropped({ leg: 'reply', host: 'k8s-w1' });
  });

  it('names every field in which the end of the packet differs', () => {
    const wanted = { leg: 'request', host: 'k8s-w2', reason: 'NETFILTER_DROP' } as const;
    const [request] = LOST.traces;
    expect(messageOf(() => expect(LOST).to.be.dropped(wanted))).to.equal(
      [
        'expected the request of the ping from pod1 to 172.16.158.2 to be dropped on k8s-w2 for ' +
          `NETFILTER_DROP, but it was ${describeFate(dropped('k8s-w1'))}`,
        '  differs in host: expected k8s-w2, got k8s-w1; reason: expected NETFILTER_DROP, got IP_RPFILTER',
        '',
        request && describeTrace(request),
      ].join('\n'),
    );
  });

  it('says that there was no reply to drop', () => {
    const [request] = LOST.traces;
    expect(messageOf(() => expect(LOST).to.be.dropped({ leg: 'reply', host: 'k8s-w1' }))).to.equal(
      [
        'expected the reply of the ping from pod1 to 172.16.158.2 to be dropped on k8s-w1, but there was no reply',
        '',
        request && describeTrace(request),
      ].join('\n'),
    );
  });

  it('has no negative, because a control would be missing', () => {
    expect(messageOf(() => expect(LOST).to.not.be.dropped(there))).to.equal(
      'dropped has no negative: a control would be missing',
    );
  });
});
