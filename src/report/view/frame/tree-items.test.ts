/** The lines of a tree of fields: inner packets in outer ones, and which field a byte belongs to. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { FieldNode } from '../../../wire/dissect/field-tree';
import { itemAtByte, type TreeItem, treeItems, visibleFor, visibleItems } from './tree-items';

function field(
  name: string,
  offset: number,
  length: number,
  children: readonly FieldNode[] = [],
): FieldNode {
  return { name, label: name, value: '', offset, length, children };
}

const FLAGS = field('ip.flags', 20, 1, [field('ip.flags.rb', 20, 1), field('ip.flags.df', 20, 1)]);
const IP = field('ip', 14, 20, [field('ip.version', 14, 1), field('ip.hdr_len', 14, 1), FLAGS]);
const VXLAN: readonly FieldNode[] = [
  field('eth', 0, 14),
  IP,
  field('udp', 34, 8),
  field('vxlan', 42, 8),
  field('eth', 50, 14),
  field('ip', 64, 20),
  field('icmp', 84, 64),
];

/** @param depth of the fields below it */
function arbitraryField(depth: number): fc.Arbitrary<FieldNode> {
  return fc.record({
    name: fc.constantFrom('ip', 'eth', 'udp', ''),
    label: fc.string(),
    value: fc.string(),
    offset: fc.nat(30),
    length: fc.nat(12),
    children: depth === 0 ? fc.constant([]) : fc.array(arbitraryField(depth - 1), { maxLength: 3 }),
  });
}

const linesOf = (items: readonly TreeItem[]): string[] =>
  items.map(({ field: { name }, level }) => `${'  '.repeat(level - 1)}${name}`);

describe('the lines of a tree of fields', () => {
  it('have the packet that others carry one level deeper', () => {
    const items = visibleItems(treeItems(VXLAN), ({ kind }) => kind === 'inner');
    expect(linesOf(items)).to.deep.equal([
      'eth',
      'ip',
      'udp',
      'vxlan',
      'inner',
      '  eth',
      '  ip',
      '  icmp',
    ]);
    const { offset, length } = items[4]?.field ?? {};
    expect({ offset, length }).to.deep.equal({ offset: 50, length: 98 });
  });

  it('are known by the same name in every frame, and by one of their own in each', () => {
    const ids = treeItems([...VXLAN, field('data', 148, 1), field('data', 149, 1)]).map(
      ({ id }) => id,
    );
    expect(ids).to.include.members(['/ip/ip.flags', '/inner/ip', '/inner/data', '/inner/data~1']);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('stand for what is hidden in them', () => {
    const items = treeItems([IP]);
    const visible = new Set(visibleItems(items, ({ field: { name } }) => name === 'ip'));
    const hidden = items.find(({ field: { name } }) => name === 'ip.flags.df');
    expect(visibleFor(hidden, visible)?.field).to.equal(FLAGS);
    expect(visibleFor(undefined, visible)).to.equal(undefined);
  });

  it('say which field a byte is of, and of flags not which', () => {
    const items = treeItems(VXLAN);
    const at = [0, 14, 20, 25, 100, 148].map((byte) => itemAtByte(items, byte)?.field.name);
    expect(at).to.deep.equal(['eth', 'ip.version', 'ip.flags', 'ip', 'icmp', undefined]);
  });

  it('say so by the shortest field that covers the byte, if any does', () => {
    fc.assert(
      fc.property(fc.array(arbitraryField(3), { maxLength: 4 }), fc.nat(45), (fields, byte) => {
        const items = treeItems(fields);
        const lengths = items
          .filter(({ kind }) => kind === 'field')
          .filter(({ field: { offset, length } }) => byte >= offset && byte < offset + length)
          .map((item) => item.field.length);
        const shortest = lengths.length === 0 ? undefined : Math.min(...lengths);
        const found = itemAtByte(items, byte);
        expect(found?.field.length).to.equal(shortest);
        expect(found === undefined || found.field.offset <= byte).to.equal(true);
      }),
    );
  });
});
