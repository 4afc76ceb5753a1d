import { expect } from 'chai';
import { canonical } from './canonical';
import { diff, formatDifference } from './diff';

describe('comparing observations', () => {
  it('renames tokens by their first place in the walk', () => {
    const one = { a: 'id7', b: ['port2', 'id7', 'vxsport@192.168.10.101#3'], _n: 4 };
    const other = { a: 'id1', b: ['port9', 'id1', 'vxsport@192.168.10.101#1'] };
    expect(canonical(one)).to.deep.equal(canonical(other));
  });

  it('keeps apart what was different', () => {
    expect(canonical({ a: 'id1', b: 'id2' })).not.to.deep.equal(canonical({ a: 'id1', b: 'id1' }));
  });

  it('says where the difference is and what stands there', () => {
    const differences = diff({ x: [1, 2], y: 1 }, { x: [1], z: null });
    expect(differences.map(formatDifference)).to.deep.equal([
      '/x#length\n   ours:   2\n   theirs: 1',
      '/x[1]\n   ours:   2\n   theirs: (absent)',
      '/y\n   ours:   1\n   theirs: (absent)',
      '/z\n   ours:   (absent)\n   theirs: null',
    ]);
  });
});
