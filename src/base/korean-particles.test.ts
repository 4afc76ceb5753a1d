/** Particles after the words that sentences have. */
import { expect } from 'chai';
import { particleFor } from './korean-particles';

describe('Korean particles', () => {
  const SUBJECT = ['이', '가'];
  const TOWARDS = ['으로', '로'];

  for (const [word, subject, towards] of [
    ['pod1', '이', '로'],
    ['pod2', '가', '로'],
    ['pod3', '이', '으로'],
    ['pod10', '이', '으로'],
    ['8.8.8.8', '이', '로'],
    ['172.16.158.2', '가', '로'],
    ['shop/frontend', '가', '로'],
    ['internet', '이', '으로'],
    ['default-ipv4-ippool', '이', '로'],
    ['k8s-m', '이', '으로'],
    ['IPIP', '가', '로'],
    ['VXLAN', '이', '으로'],
    ['NETFILTER_DROP', '이', '으로'],
    ['TTL', '이', '로'],
    ['false', '가', '로'],
    ['CrossSubnet', '이', '으로'],
    ['"Host Unreachable"', '이', '로'],
    ['"two-pods"', '가', '로'],
    ['요청', '이', '으로'],
    ['패킷', '이', '으로'],
    ['파드', '가', '로'],
    ['풀', '이', '로'],
  ] as const) {
    it(`${word}${subject}, ${word}${towards}`, () => {
      expect([particleFor(word, SUBJECT), particleFor(word, TOWARDS)]).to.deep.equal([
        subject,
        towards,
      ]);
    });
  }

  it('takes the first of several particles that a pattern leaves open', () => {
    expect(particleFor('pod2', ['이', '가', '은', '는'])).to.equal('가');
    expect(particleFor('pod2', ['을', '를', '은', '는'])).to.equal('를');
    expect(particleFor('pod1', ['은', '는', '이', '가'])).to.equal('은');
  });

  it('leaves alone what is no particle', () => {
    expect(particleFor('pod2', ['보내면', '보낸다'])).to.equal('보내면');
  });
});
