/** What a report may not tell: whose machine it came from. */
import { expect } from 'chai';
import { publicMessage, publicPath } from './public-words';

describe('words for others', () => {
  it('name a path from where we are, or its last part', () => {
    const paths = [
      'features/a.feature',
      '/home/me/a.feature',
      'C:\\me\\a.feature',
      '../../me/a.feature',
    ];
    expect(paths.map(publicPath)).to.deep.equal([
      'features/a.feature',
      'a.feature',
      'a.feature',
      'a.feature',
    ]);
  });

  it('leave out stacks and the folders of people', () => {
    const message =
      "ENOENT: '/home/me/x/a.yaml', file:///Users/me/b.ts:3 C:\\Users\\me\\c.ts\n    at f (/home/me/d.ts)";
    expect(publicMessage(message)).to.equal("ENOENT: '…/a.yaml', …/b.ts:3 …/c.ts");
  });

  it('leave alone what is the cluster’s', () => {
    const message = 'cat: /proc/sys/net/ipv4/ip_forward on k8s-w1, 172.16.0.0/16 at 10:00';
    expect(publicMessage(message)).to.equal(message);
  });
});
