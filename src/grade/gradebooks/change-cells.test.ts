/**
 * Changes in a table.
 */
import { expect } from 'chai';
import { joinCells, splitCells } from './cells';
import { changeCells } from './change-cells';

const TEXT = '\ufeffa;"b";c\r\n1;"2";\r\n"3";4;5';

const changed = (line: number, column: number, value: string) =>
  joinCells(changeCells(splitCells(TEXT), [{ line, column, value }]));

describe('a changed cell', () => {
  it('changes nothing else, and keeps its quotes', () => {
    expect(changed(2, 2, '7')).to.equal(TEXT.replace('"2";', '"2";7'));
    expect(changed(2, 1, '7')).to.equal(TEXT.replace('"2"', '"7"'));
    expect(changed(3, 2, 'x;"y"')).to.equal(TEXT.replace(/5$/, '"x;""y"""'));
  });

  it('keeps its bytes where it says the same', () => {
    expect(changed(3, 0, '3')).to.equal(TEXT);
  });

  it('must be there', () => {
    expect(() => changed(2, 3, '7')).to.throw('line 2: has 3 cells, but no 4');
  });
});
