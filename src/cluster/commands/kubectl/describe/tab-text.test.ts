/** Columns as Go's text/tabwriter makes them: the example of its documentation, and what always holds. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { alignTabs } from './tab-text';

describe('text with tabs', () => {
  it('is aligned within lines that follow one another and have the column', () => {
    const text = ['a\tb\tc', 'aaaa\tbbbbb\tc', 'no column here', 'x\ty', ''].join('\n');
    const aligned = ['a     b      c', 'aaaa  bbbbb  c', 'no column here', 'x  y', ''].join('\n');
    expect(alignTabs(text)).to.equal(aligned);
  });

  it('keeps every word, in its order', () => {
    const cell = fc.stringMatching(/^[a-z]{0,5}$/);
    const text = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
      .map((lines) => lines.map((cells) => cells.join('\t')).join('\n'));
    fc.assert(
      fc.property(text, (written) => {
        const words = (shown: string) => shown.split('\n').map((line) => line.match(/[a-z]+/g));
        expect(words(alignTabs(written))).to.deep.equal(words(written));
      }),
    );
  });
});
