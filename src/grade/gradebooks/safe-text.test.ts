/**
 * Hostile feedback.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { feedbackCell } from './safe-text';

describe('feedback in a cell', () => {
  it('is no formula, no markup, and one line', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '<', '>', '&', 'a');
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        const cell = feedbackCell(text);
        expect(cell).not.to.match(/^[=+\-@\t＝]/);
        expect(cell.replaceAll('<br>', '')).not.to.match(/[<>\r\n]/);
      }),
    );
  });

  it('says what it said', () => {
    expect(feedbackCell('3 < 4 & 5\r\n-1')).to.equal('3 &lt; 4 &amp; 5<br>-1');
    expect(feedbackCell('-1')).to.equal("'-1");
  });
});
