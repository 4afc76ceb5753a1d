/** What a page says of a violated assertion. */
import { expect } from 'chai';
import { renderToString } from 'preact-render-to-string';
import type { Mismatch } from '../../model/mismatch';
import { lineChanges } from './line-changes';
import { MismatchView } from './mismatch-view';

const PING: Mismatch = {
  subject: 'the ping of default/pod1 to 8.8.8.8',
  expected: 'answered',
  actual: '1 sent, 0 answered',
};

const drawn = (mismatch: Mismatch): string => renderToString(<MismatchView mismatch={mismatch} />);

describe('a mismatch', () => {
  it('has expected and actual side by side, and no more than is known', () => {
    const html = drawn(PING);
    expect(html).to.contain('<pre>answered</pre>').and.to.contain('<pre>1 sent, 0 answered</pre>');
    expect(html).not.to.contain('mismatch-cause').and.not.to.contain('<table');
  });

  it('has its cause in a sentence, and the fields that differ marked', () => {
    const same = { name: 'TTL', expected: '63', actual: '63', isSame: true };
    const other = { name: 'source', expected: '10.0.0.1', actual: '10.0.0.2', isSame: false };
    const nearest = { what: 'the frame at k8s-w1 ens5', fields: [same, other] };
    const html = drawn({ ...PING, cause: 'k8s-w1 did not translate it', nearest });
    expect(html).to.contain('k8s-w1 did not translate it');
    const rows = [...html.matchAll(/<tr class="([^"]+)"><th[^>]*><span[^>]*>(.)</g)];
    expect(rows.map(([, name, sign]) => [name, sign])).to.deep.equal([
      ['mismatch-same', '='],
      ['mismatch-differs', '≠'],
    ]);
  });

  it('is told line by line where there are lines', () => {
    expect(lineChanges('a\nb\nc', 'a\nc\nd')).to.deep.equal([
      { kind: 'both', text: 'a' },
      { kind: 'expected', text: 'b' },
      { kind: 'both', text: 'c' },
      { kind: 'actual', text: 'd' },
    ]);
    const html = drawn({ ...PING, expected: 'a\nb', actual: 'a' });
    expect(html.match(/<li class="[^"]+/g)).to.deep.equal([
      '<li class="mismatch-line mismatch-both',
      '<li class="mismatch-line mismatch-expected',
    ]);
    expect(html).not.to.contain('<dl');
  });

  it('shows texts that have nothing in common side by side', () => {
    const lines = (word: string): string =>
      Array.from({ length: 900 }, (_, at) => `${word}${at}`).join('\n');
    expect(lineChanges(lines('a'), lines('b'))).to.equal(undefined);
  });

  it('shows hostile text as text', () => {
    const text = '<img src=x onerror=alert(1)>\n\u202e';
    const nearest = {
      what: text,
      fields: [{ name: text, expected: text, actual: text, isSame: false }],
    };
    const html = drawn({ subject: text, expected: text, actual: 'b', cause: text, nearest });
    expect(html).not.to.contain('<img').and.not.to.contain('\u202e');
  });
});
