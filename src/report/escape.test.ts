/**
 * Escaped text is text again to a reader of XML, and nothing else.
 */
import { expect } from 'chai';
import { escapeText } from './escape';

describe('escaping', () => {
  for (const [text, escaped] of [
    ['pod1', 'pod1'],
    ['<script>&"\'', '&lt;script&gt;&amp;&quot;&#39;'],
    ['two\nlines\tand 파드', 'two\nlines\tand 파드'],
    ['\u0000\u001b[31m\uffff', '\ufffd\ufffd[31m\ufffd'],
    ['half of a \ud83d pair', 'half of a \ufffd pair'],
  ] as const) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(escaped)}`, () => {
      expect(escapeText(text)).to.equal(escaped);
    });
  }
});
