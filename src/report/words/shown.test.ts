/** Texts of others, as they are shown. */
import { expect } from 'chai';
import { shown } from './shown';

describe('text of others', () => {
  it('is shown as it is, in every language', () => {
    for (const text of ['pod1\n\tping', '파드1의 핑', '<b>&amp;</b>', '']) {
      expect(shown(text, 100)).to.equal(text);
    }
  });

  it('hides nothing', () => {
    expect(shown('pod\u202etxt.exe\u200b', 100)).to.equal('pod‹U+202E›txt.exe‹U+200B›');
    expect(shown('a\r\nb\u0000\u001b[31m', 100)).to.equal('a\nb‹U+0000›‹U+001B›[31m');
  });

  it('is cut, and never within a character', () => {
    expect(shown('abcdef', 3)).to.equal('abc…');
    expect(shown('ab😀', 3)).to.equal('ab…');
  });
});
