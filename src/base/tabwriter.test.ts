import { expect } from 'chai';
import { tabwriter } from './tabwriter';

const ROWS = [
  ['WORKLOAD', 'NODE'],
  ['pod1', 'k8s-w1'],
];

describe('tabwriter', () => {
  it('pads every cell as calicoctl does', () => {
    const style = { minimumWidth: 5, padding: 3, padsLast: true };
    expect(tabwriter(ROWS, style)).to.equal('WORKLOAD   NODE     \npod1       k8s-w1   \n');
  });

  it('leaves the last cell alone as kubectl does', () => {
    const style = { minimumWidth: 6, padding: 3, padsLast: false };
    expect(tabwriter(ROWS, style)).to.equal('WORKLOAD   NODE\npod1       k8s-w1\n');
  });

  it('makes no column narrower than the minimum', () => {
    const style = { minimumWidth: 8, padding: 1, padsLast: true };
    expect(tabwriter([['a', 'b']], style)).to.equal('a       b       \n');
  });
});
