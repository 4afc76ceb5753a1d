/** Tables that real calicoctls have printed. */
import { expect } from 'chai';
import { asciiTable } from './ascii-table';

const HEAD = ['Peer address', 'Peer type', 'State', 'Since', 'Info'];

describe('a table', () => {
  it('has its head centred, and as much room as the longest cell wants', () => {
    const rows = ['192.168.20.100', '192.168.10.101'].map((address) => {
      return [address, 'node-to-node mesh', 'up', '12:53:41', 'Established'];
    });
    expect(asciiTable(HEAD, rows)).to.equal(
      `\
+----------------+-------------------+-------+----------+-------------+
|  PEER ADDRESS  |     PEER TYPE     | STATE |  SINCE   |    INFO     |
+----------------+-------------------+-------+----------+-------------+
| 192.168.20.100 | node-to-node mesh | up    | 12:53:41 | Established |
| 192.168.10.101 | node-to-node mesh | up    | 12:53:41 | Established |
+----------------+-------------------+-------+----------+-------------+
`,
    );
  });

  it('folds what is longer than thirty letters, and gives the column those thirty', () => {
    const info = 'Active Socket: Connection refused';
    const rows = [['192.168.10.10', 'node-to-node mesh', 'start', '12:53:41', info]];
    expect(asciiTable(HEAD, rows)).to.equal(
      `\
+---------------+-------------------+-------+----------+--------------------------------+
| PEER ADDRESS  |     PEER TYPE     | STATE |  SINCE   |              INFO              |
+---------------+-------------------+-------+----------+--------------------------------+
| 192.168.10.10 | node-to-node mesh | start | 12:53:41 | Active Socket: Connection      |
|               |                   |       |          | refused                        |
+---------------+-------------------+-------+----------+--------------------------------+
`,
    );
  });

  it('puts numbers to the right, and what only looks like one to the left', () => {
    const rows = [
      ['1', '256'],
      ['2', '65536'],
      ['3', '1.0486e+06'],
    ];
    expect(asciiTable(['A', 'IPS TOTAL'], rows)).to.equal(
      `\
+---+------------+
| A | IPS TOTAL  |
+---+------------+
| 1 |        256 |
| 2 |      65536 |
| 3 | 1.0486e+06 |
+---+------------+
`,
    );
  });

  it('that is empty has two borders below its head', () => {
    expect(asciiTable(['IP'], [])).to.equal('+----+\n| IP |\n+----+\n+----+\n');
  });
});
