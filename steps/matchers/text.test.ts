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

  it('mark the lines that differ as diff does', () => {
    const wanted = 'default via 169.254.1.1 dev eth0';
    expect(messageOf(() => expect(ROUTES).to.be.textLike(wanted, 'what ip route prints'))).to.equal(
      [
        'expected what ip route prints to be (-), but it is (+)',
        '    default via 169.254.1.1 dev eth0',
        '  + 169.254.1.1 dev eth0 scope link',
      ].join('\n'),
    );
  });

  it('let … stand for what varies, and show what fits as the same', () => {
    expect(ROUTES).to.have.linesLike('default via … dev eth0', 'it');
    const wanted = 'default via … dev eth0\n169.254.1.2 dev eth0 scope link';
    expect(messageOf(() => expect(ROUTES).to.have.linesLike(wanted, 'what it prints'))).to.equal(
      [
        'expected what it prints to have these lines, one after the other (-), but it is (+)',
        '    default via 169.254.1.1 dev eth0',
        '  - 169.254.1.2 dev eth0 scope link',
        '  + 169.254.1.1 dev eth0 scope link',
        'nearest miss: expected 169.254.1.2 dev eth0 scope link, got 169.254.1.1 dev eth0 scope link',
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

  it('quote what looks like a template of chai as it is', () => {
    expect(messageOf(() => expect('#{this}').to.be.textLike('x', 'it'))).to.equal(
      ['expected it to be (-), but it is (+)', '  - x', '  + #{this}'].join('\n'),
    );
  });
});
