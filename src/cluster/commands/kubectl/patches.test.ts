/** Patches: the examples of the RFCs, and the lists that Kubernetes merges by a field. */
import { expect } from 'chai';
import { jsonPatch, mergePatch, strategicMergePatch } from './patches';

describe('a merge patch', () => {
  it('sets, replaces and takes away, as in RFC 7396', () => {
    const target = { a: 'b', c: { d: 'e', f: 'g' }, list: [1, 2] };
    const patch = { a: 'z', c: { f: null }, list: [3] };
    expect(mergePatch(target, patch)).to.deep.equal({ a: 'z', c: { d: 'e' }, list: [3] });
  });

  it('of Kubernetes’ own kind finds the containers by their names', () => {
    const target = { containers: [{ name: 'a', image: 'x', args: ['1'] }, { name: 'b' }] };
    const patch = {
      containers: [{ name: 'a', image: 'y' }, { name: 'c' }, { name: 'b', $patch: 'delete' }],
    };
    expect(strategicMergePatch(target, patch)).to.deep.equal({
      containers: [{ name: 'a', image: 'y', args: ['1'] }, { name: 'c' }],
    });
  });
});

describe('a JSON patch', () => {
  const target = { a: { 'b/c': 1 }, list: [1, 2, 3] };
  const operations: readonly (readonly [title: string, operation: object, result: object])[] = [
    ['adds a field', { op: 'add', path: '/d', value: 4 }, { ...target, d: 4 }],
    ['adds an item', { op: 'add', path: '/list/1', value: 9 }, { ...target, list: [1, 9, 2, 3] }],
    ['appends', { op: 'add', path: '/list/-', value: 9 }, { ...target, list: [1, 2, 3, 9] }],
    ['replaces', { op: 'replace', path: '/a/b~1c', value: 2 }, { ...target, a: { 'b/c': 2 } }],
    ['takes away', { op: 'remove', path: '/list/0' }, { ...target, list: [2, 3] }],
    ['copies', { op: 'copy', from: '/list/2', path: '/d' }, { ...target, d: 3 }],
    ['moves', { op: 'move', from: '/list', path: '/d' }, { a: { 'b/c': 1 }, d: [1, 2, 3] }],
    ['tests', { op: 'test', path: '/list/0', value: 1 }, target],
  ];
  for (const [title, operation, result] of operations) {
    it(title, () => {
      expect(jsonPatch(target, [{ ...operation }])).to.deep.equal(result);
    });
  }

  it('is refused where there is nothing to replace, or a test fails', () => {
    const refused = (operation: object) => () => jsonPatch(target, [{ ...operation }]);
    expect(refused({ op: 'replace', path: '/x/y', value: 1 })).to.throw('"/x/y" does not exist');
    expect(refused({ op: 'remove', path: '/list/7' })).to.throw('does not exist');
    expect(refused({ op: 'test', path: '/list/0', value: 2 })).to.throw('test failed');
  });
});
