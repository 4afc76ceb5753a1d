/**
 * The messages of the matchers about text, whole.
 */
import { expect } from '../support/matchers';
import { messageOf } from './message-of';

const ROUTES = 'default via 169.254.1.1 dev eth0 \n169.254.1.1 dev eth0 scope link \n';

describe('the matchers for text', () => {
  it('do not compare blanks at the end of a line', () => {
    expect(ROUTES).to.be.textLike(
      'default via 169.254.1.1 dev eth0\n169.254.1.1 dev eth0 scope link',
      'it',
    );
    expect(ROUTES).to.have.lineLike('169.254.1.1 dev eth0 scope link', 'it');
  });

  it('name the first line that differs', () => {
    const wanted = 'default via 169.254.1.1 dev eth0';
    expect(messageOf(() => expect(ROUTES).to.be.textLike(wanted, 'what ip route prints'))).to.equal(
      [
        'expected what ip route prints to be',
        '  default via 169.254.1.1 dev eth0',
        'but it is',
        '  default via 169.254.1.1 dev eth0',
        '  169.254.1.1 dev eth0 scope link',
        'line 2 differs: expected (no line), got 169.254.1.1 dev eth0 scope link',
      ].join('\n'),
    );
  });

  it('name the line that comes nearest', () => {
    const wanted = 'default via 169.254.1.2 dev eth0';
    expect(messageOf(() => expect(ROUTES).to.have.lineLike(wanted, 'what it prints'))).to.equal(
      [
        'expected what it prints to show the line',
        '  default via 169.254.1.2 dev eth0',
        'but it is',
        '  default via 169.254.1.1 dev eth0',
        '  169.254.1.1 dev eth0 scope link',
        'nearest miss: default via 169.254.1.1 dev eth0',
      ].join('\n'),
    );
  });

  it('quote what looks like a template of chai as it is, but for a blank', () => {
    expect(messageOf(() => expect('#{this}').to.be.textLike('x', 'it'))).to.equal(
      [
        'expected it to be',
        '  x',
        'but it is',
        '  # {this}',
        'line 1 differs: expected x, got # {this}',
      ].join('\n'),
    );
  });
});
