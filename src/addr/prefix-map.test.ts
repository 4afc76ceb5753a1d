import { expect } from 'chai';
import fc from 'fast-check';
import { type Cidr, cidr, cidrContains, cidrOf, formatCidr } from './cidr';
import { ipv4, ipv4FromBits } from './ipv4';
import { PrefixMap } from './prefix-map';

// Few bits, so that prefixes meet each other and addresses meet prefixes.
const address = fc.nat(0xf).map((bits) => ipv4FromBits(bits * 0x1111_1111));
const prefix = fc
  .tuple(address, fc.constantFrom(0, 1, 4, 8, 12, 31, 32))
  .map(([bits, length]) => cidrOf(bits, length));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), prefix, value: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), prefix, value: fc.nat() }),
);

describe('a PrefixMap', () => {
  it('answers as a scan of all prefixes does', () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(address), (changes, asked) => {
        const map = new PrefixMap<number>();
        const naive = new Map<string, { readonly prefix: Cidr; readonly value: number }>();
        for (const { kind, prefix: changed, value } of changes) {
          const key = formatCidr(changed);
          if (kind === 'set') {
            map.set(changed, value);
            naive.set(key, { prefix: changed, value });
          } else {
            expect(map.delete(changed)).to.equal(naive.delete(key));
          }
        }
        for (const one of asked) {
          const held = [...naive.values()]
            .filter((entry) => cidrContains(entry.prefix, one))
            .sort((left, right) => right.prefix.length - left.prefix.length)
            .map(({ value }) => value);
          expect([...map.matches(one)]).to.deep.equal(held);
          expect(map.lookup(one)).to.equal(held[0]);
        }
        for (const entry of naive.values()) expect(map.get(entry.prefix)).to.equal(entry.value);
        expect(map.size).to.equal(naive.size);
      }),
    );
  });

  it('lists the longest prefixes first, and each length in the order of insertion', () => {
    const map = new PrefixMap<string>();
    for (const text of ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '9.0.0.0/8'])
      map.set(cidr(text), text);
    expect([...map.values()]).to.deep.equal([
      '10.1.0.0/16',
      '10.0.0.0/8',
      '9.0.0.0/8',
      '0.0.0.0/0',
    ]);
  });

  it('knows nothing of what it does not hold', () => {
    expect(new PrefixMap<number>().lookup(ipv4('10.0.0.1'))).to.equal(undefined);
    expect(new PrefixMap<number>().get(cidr('10.0.0.0/8'))).to.equal(undefined);
  });
});
