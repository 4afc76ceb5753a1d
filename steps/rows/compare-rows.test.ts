/**
 * What is said of tables that differ, whole.
 */
import { expect } from 'chai';
import { compareRows, printRows, type Row } from './compare-rows';

const columns = ['address', 'state'];
const GATEWAY: Row = { address: '169.254.1.1', state: 'REACHABLE', interface: 'eth0' };
const NODE: Row = { address: '192.168.10.101', state: 'STALE', interface: 'eth0' };

function compare(rows: readonly Row[], actual: readonly Row[], mode = {}): string | undefined {
  return compareRows({ columns, rows, partial: false, ordered: false, ...mode }, actual);
}

describe('comparing tables', () => {
  it('is content where the columns that are shown agree, in any order', () => {
    const rows = [
      { address: '192.168.10.101', state: 'STALE' },
      { address: '169.254.1.1', state: 'REACHABLE' },
    ];
    expect(compare(rows, [GATEWAY, NODE])).to.equal(undefined);
  });

  it('names the nearest miss of a missing row, and in what it differs', () => {
    const rows = [{ address: '169.254.1.1', state: 'STALE' }];
    expect(compare(rows, [NODE, GATEWAY], { partial: true })).to.equal(
      [
        'missing: address 169.254.1.1, state STALE',
        '  nearest miss: address 169.254.1.1, state REACHABLE',
        '  differs in state: expected STALE, got REACHABLE',
      ].join('\n'),
    );
  });

  it('complains of rows that are too many, unless the table only has to be included', () => {
    const rows = [{ address: '169.254.1.1', state: 'REACHABLE' }];
    expect(compare(rows, [GATEWAY, NODE])).to.equal(
      'too many: address 192.168.10.101, state STALE',
    );
    expect(compare(rows, [GATEWAY, NODE], { partial: true })).to.equal(undefined);
  });

  it('says at which row an order breaks', () => {
    const rows = [
      { address: '192.168.10.101', state: 'STALE' },
      { address: '169.254.1.1', state: '(any)' },
    ];
    expect(compare(rows, [NODE, NODE, GATEWAY], { ordered: true })).to.equal(
      [
        'row 2 differs: address: expected 169.254.1.1, got 192.168.10.101',
        'row 3 is too many: address 169.254.1.1, state REACHABLE',
      ].join('\n'),
    );
  });

  it('lets (any) fit everything', () => {
    expect(compare([{ address: '(any)', state: 'STALE' }], [NODE])).to.equal(undefined);
  });

  it('names the columns that there are where one is misspelt', () => {
    const wanted = { columns: ['adress'], rows: [{ adress: 'x' }], partial: true, ordered: false };
    expect(compareRows(wanted, [NODE])).to.equal(
      'there is no column adress; there is address, state, interface',
    );
  });

  it('prints a table with aligned columns', () => {
    expect(printRows(columns, [GATEWAY, NODE])).to.equal(
      [
        '  | address        | state     |',
        '  | 169.254.1.1    | REACHABLE |',
        '  | 192.168.10.101 | STALE     |',
      ].join('\n'),
    );
  });
});
