/** Sentences as they are said. */
import { expect } from 'chai';
import { catalogue } from '../index';
import { wordingIn } from './catalogue';
import { say } from './say';

function saying(id: string, language: string, ...args: string[]): string {
  const entry = catalogue().entries.find((other) => other.id === id);
  if (entry === undefined) throw new Error(`there is no sentence ${id}`);
  return say(wordingIn(entry, language), args);
}

describe('a sentence', () => {
  it('is said with its arguments', () => {
    expect(saying('ping.pod', 'en', 'pod1 on k8s-w1', 'pod2')).to.equal(
      'pod1 on k8s-w1 pings pod2',
    );
  });

  it('leaves out what is optional, and takes the first of what there is to choose', () => {
    expect(saying('time.passes', 'en', '40 s')).to.equal('40 s pass');
  });

  it('has in Korean the particles that fit its arguments', () => {
    expect(saying('ping.pod', 'ko', 'pod1', 'pod3')).to.equal('pod1이 pod3으로 핑을 보내면');
    expect(saying('ping.pod', 'ko', 'pod2', 'pod1')).to.equal('pod2가 pod1로 핑을 보내면');
  });
});
