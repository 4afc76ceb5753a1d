import { expect } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editsBetween } from './text-edits';

describe('the edits between two texts', () => {
  const line = fc.constantFrom('a', 'b', '', '  c');
  const text = fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, end, isEnded]) => lines.join(end) + (isEnded ? end : ''));

  it('make the one of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const document = TextDocument.create('', '', 0, before);
        expect(TextDocument.applyEdits(document, editsBetween(before, after))).to.equal(after);
      }),
    );
  });

  it('leave alone the lines that stay', () => {
    const edits = editsBetween('a\nb\nc\n', 'a\nB\nc\n');
    expect(edits).to.deep.equal([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
        newText: 'B\n',
      },
    ]);
  });
});
