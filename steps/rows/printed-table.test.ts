import { expect } from 'chai';
import { readPrintedTable } from './printed-table';

describe('a printed table', () => {
  it('is read by its headings, two words of one included', () => {
    const text = [
      'NAME   READY   AGE   IP             NOMINATED NODE   READINESS GATES',
      'pod1   1/1     33s   172.16.158.3   <none>           <none>',
      '',
    ].join('\n');
    expect(readPrintedTable(text, ['NAME', 'IP', 'NOMINATED NODE'])).to.deep.equal([
      {
        NAME: 'pod1',
        READY: '1/1',
        AGE: '33s',
        IP: '172.16.158.3',
        'NOMINATED NODE': '<none>',
        READINESS: '<none>',
        GATES: '',
      },
    ]);
  });

  it('may have headings that stand to the right', () => {
    const text = [
      'Kernel IP routing table',
      'Destination     Gateway         Genmask         Flags Metric Ref    Use Iface',
      '172.16.34.0     192.168.20.100  255.255.255.0   UG    0      0        0 tunl0',
    ].join('\n');
    const [row] = readPrintedTable(text, ['Destination', 'Gateway', 'Iface']);
    expect(row).to.deep.equal({
      Destination: '172.16.34.0',
      Gateway: '192.168.20.100',
      Genmask: '255.255.255.0',
      Flags: 'UG',
      Metric: '0',
      Ref: '0',
      Use: '0',
      Iface: 'tunl0',
    });
  });

  it('may be drawn with bars', () => {
    const text = [
      '+----------+---------------+',
      '| GROUPING |     CIDR      |',
      '+----------+---------------+',
      '| IP Pool  | 172.16.0.0/16 |',
      '+----------+---------------+',
    ].join('\n');
    expect(readPrintedTable(text, ['GROUPING', 'CIDR'])).to.deep.equal([
      { GROUPING: 'IP Pool', CIDR: '172.16.0.0/16' },
    ]);
  });

  it('has no rows where no line has the headings', () => {
    expect(readPrintedTable('NAMESPACE\ndefault', ['NAME'])).to.deep.equal([]);
  });
});
