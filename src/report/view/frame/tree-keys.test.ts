/** The keys of a tree, as the ARIA Authoring Practices have them. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { FieldNode } from '../../../wire/dissect/field-tree';
import { type TreeItem, treeItems, visibleItems } from './tree-items';
import { moveInTree } from './tree-keys';

const leaf = (name: string): FieldNode => {
  return { name, label: '', value: '', offset: 0, length: 0, children: [] };
};
const ITEMS = treeItems([{ ...leaf('ip'), children: [leaf('a'), leaf('b')] }, leaf('udp')]);

/** The name of the line that is active after each key, and `+` or `-` where one was opened or closed. */
function walk(
  from: string,
  keys: readonly string[],
  openAtFirst: readonly string[] = [],
): string[] {
  const open = new Set(openAtFirst);
  const isOpen = ({ field: { name } }: TreeItem): boolean => open.has(name);
  let active = ITEMS.find(({ field: { name } }) => name === from);
  return keys.map((key) => {
    if (active === undefined) return 'lost';
    const move = moveInTree(visibleItems(ITEMS, isOpen), active, isOpen, key);
    if (move === undefined) return 'nothing';
    active = move.active;
    const { name } = active.field;
    if (move.open === undefined) return name;
    if (move.open) open.add(name);
    else open.delete(name);
    return `${name}${move.open ? '+' : '-'}`;
  });
}

describe('the keys of a tree', () => {
  it('go up and down by what is seen, and end at its ends', () => {
    expect(walk('ip', ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'])).to.deep.equal([
      'udp',
      'udp',
      'ip',
      'ip',
    ]);
    expect(walk('ip', ['ArrowDown', 'End', 'Home'], ['ip'])).to.deep.equal(['a', 'udp', 'ip']);
  });

  it('open and go in by right, go out and close by left', () => {
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];
    expect(walk('ip', keys)).to.deep.equal(['ip+', 'a', 'a', 'ip', 'ip-', 'ip']);
  });

  it('open and close by Enter and blank, and leave other keys to others', () => {
    expect(walk('ip', ['Enter', ' ', 'Tab', 'x'])).to.deep.equal([
      'ip+',
      'ip-',
      'nothing',
      'nothing',
    ]);
  });

  it('never leave what is seen', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 30 }), (pressed) => {
        expect(walk('udp', pressed)).not.to.include('lost').and.not.to.include('nothing');
      }),
    );
  });
});
