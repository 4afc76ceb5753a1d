/**
 * Tables that keep their bytes, held against csv-parse.
 */
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { delimiterOf, joinCells, readCell, splitCells, writeCell } from './cells';

const DELIMITERS = [',', ';', '\t'];
const word = fc.string({ unit: fc.constantFrom('a', '이', '"', ',', ';', '\t', '\n', '\r', ' ') });
const quoted = word.map((text) => `"${text.replaceAll('"', '""')}"`);
/** Without what would make it another table. */
const plain = fc
  .string({ unit: fc.constantFrom('a', '이', ' ', '1', '.', '=') })
  .map((text) => text.replace(/^"/, ''));

const table = fc
  .record({
    mark: fc.constantFrom('', '\ufeff'),
    delimiter: fc.constantFrom(...DELIMITERS),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    rows: fc.array(fc.array(fc.oneof(plain, quoted), { minLength: 1 }), { minLength: 1 }),
    last: fc.boolean(),
  })
  .map(({ mark, delimiter, end, rows, last }) => ({
    delimiter,
    end,
    text: mark + rows.map((cells) => cells.join(delimiter)).join(end) + (last ? end : ''),
  }));

describe('a table of cells', () => {
  it('has the values that csv-parse reads, and keeps every byte', () => {
    fc.assert(
      fc.property(table, ({ text, delimiter, end }) => {
        const split = splitCells(text, delimiter);
        const values = split.rows.map(({ cells }) => cells.map(readCell));
        const options = { bom: true, delimiter, record_delimiter: end, relax_column_count: true };
        expect(values).to.deep.equal(parse(text, options));
        expect(joinCells(split)).to.equal(text);
      }),
      { numRuns: 500 },
    );
  });

  it('tells where its rows begin, also after cells of several lines', () => {
    const { rows } = splitCells('a,b\r\n"1\r\n2",3\n4,5');
    expect(rows.map(({ line, cells }) => [line, ...cells.map(readCell)])).to.deep.equal([
      [1, 'a', 'b'],
      [2, '1\r\n2', '3'],
      [4, '4', '5'],
    ]);
  });

  it('is refused where its quotes do not close, with the line', () => {
    expect(() => splitCells('a,b\n1,"2\n')).to.throw('line 2: a quote is never closed');
    expect(() => splitCells('a,b\n"1"2,3\n')).to.throw('line 2: text after a closing quote');
  });

  it('is separated by what its first lines have equally many of, outside of quotes', () => {
    const found = ['a,b', '"x,y,z";b', 'a\tb', 'alone', 'a,"b;c;d",e;f;g\n1,2,3', 'a;b\n1,5;2,5'];
    expect(found.map(delimiterOf)).to.deep.equal([',', ';', '\t', ',', ',', ';']);
  });

  it('takes any value in a cell, in quotes where it must and where there were some', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...DELIMITERS), (value, delimiter) => {
        const cell = writeCell(value, delimiter);
        const { rows } = splitCells(`${cell}${delimiter}x`, delimiter);
        expect(rows.map(({ cells }) => cells.map(readCell))).to.deep.equal([[value, 'x']]);
      }),
    );
    expect([writeCell('7', ','), writeCell('7', ',', '""'), writeCell('7,5', ',')]).to.deep.equal([
      '7',
      '"7"',
      '"7,5"',
    ]);
  });
});
