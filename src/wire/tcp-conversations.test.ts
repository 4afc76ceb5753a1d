import { expect } from 'chai';
import { TcpConversations } from './tcp-conversations';

const forth = { source: 1, sourcePort: 41_000, destination: 2, destinationPort: 80 };
const back = { source: 2, sourcePort: 80, destination: 1, destinationPort: 41_000 };

describe('the numbers of a conversation', () => {
  it('begin at the answer to its first segment, which keeps its own', () => {
    const conversations = new TcpConversations();
    const first = conversations.relative(back, true, 5000, 1001);
    expect([first.sequence, first.acknowledgement]).to.deep.equal([5000, 1001]);
    const second = conversations.relative(forth, false, 1001, 5001);
    expect([second.sequence, second.acknowledgement]).to.deep.equal([1, 1]);
    const third = conversations.relative(back, false, 5001, 1006);
    expect([third.sequence, third.acknowledgement]).to.deep.equal([1, 6]);
  });

  it('go beyond 32 bits by beginning again', () => {
    const conversations = new TcpConversations();
    conversations.relative(back, true, 0xffff_ffff, 1);
    expect(conversations.relative(back, false, 9, 2).sequence).to.equal(10);
  });

  it('begin anew with a new handshake', () => {
    const conversations = new TcpConversations();
    conversations.relative(back, true, 5000, 1001);
    conversations.relative(back, true, 7000, 3001);
    expect(conversations.relative(forth, false, 3001, 7001).sequence).to.equal(1);
  });
});
