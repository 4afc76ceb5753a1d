/** Gherkin's errors in plain words. */
import { expect } from 'chai';
import { parseFailure } from './parse-failure';

function said(message: string): string {
  const source = { uri: 'a.feature', location: { line: 3, column: 5 } };
  const { where, why } = parseFailure({ source, message });
  return `${where}: ${why}`;
}

describe('a feature that cannot be read', () => {
  it('is told of with what was expected', () => {
    expect(said("(3:5): expected: #EOF, #TagLine, #Comment, #Empty, got 'foo, bar'")).to.equal(
      'a.feature:3:5: "foo, bar" makes no sense here; expected the end of the file or a tag (@…)',
    );
  });

  it('is told of where it ends too early', () => {
    expect(said('(3:5): unexpected end of file, expected: #DocStringSeparator, #Other')).to.equal(
      'a.feature:3:5: the file ends too early; expected """ (a text block)',
    );
  });

  it('keeps the words that are plain already', () => {
    expect(said('(3:5): inconsistent cell count within the table')).to.equal(
      'a.feature:3:5: inconsistent cell count within the table',
    );
  });
});
