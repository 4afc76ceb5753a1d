/** Rules of every kind, for properties. */
import fc from 'fast-check';
import { cidrOf } from '../../addr/cidr';
import { ipv4FromBits } from '../../addr/ipv4';
import { macFromBits } from '../../addr/mac';
import { CT_STATES } from '../matches/conntrack';
import { inPrintedOrder, type Match } from '../matches/index';
import type { Rule } from '../rule';
import type { Target } from '../targets/index';

const word = fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}$/);
const bits = fc.integer({ min: 0, max: 0xffffffff });
const inverted = fc.boolean();
const port = fc.nat(0xffff);
const range = fc
  .tuple(port, port)
  .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));

/** A part of the list, in the list's order, never empty. */
const someOf = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });

const prefix = fc
  .tuple(bits, fc.integer({ min: 1, max: 32 }))
  .map(([address, length]) => cidrOf(ipv4FromBits(address), length));

/** Never "every port, not inverted", which is not printed as it asks nothing. */
const portQuestion = fc.record({
  range: range.filter(({ low, high }) => high - low < 0xffff),
  inverted,
});

const addressTypes = fc.record({
  types: someOf(['UNICAST', 'LOCAL', 'BROADCAST', 'MULTICAST'] as const),
  inverted,
});

const kind = <K extends string>(name: K) => fc.constant(name);

const headerMatches: fc.Arbitrary<readonly Match[]> = fc
  .tuple(
    fc.option(fc.record({ kind: kind('source'), prefix, inverted })),
    fc.option(fc.record({ kind: kind('destination'), prefix, inverted })),
    fc.option(fc.record({ kind: kind('in-interface'), name: word, inverted })),
    fc.option(fc.record({ kind: kind('out-interface'), name: word, inverted })),
  )
  .map((matches) => matches.filter((match) => match !== null));

const extensionMatch: fc.Arbitrary<Match> = fc.oneof(
  fc.record({ kind: kind('comment'), text: fc.string({ maxLength: 40 }).filter(isPrintable) }),
  fc.record({ kind: kind('mark'), value: bits, mask: bits, inverted }),
  fc.record({ kind: kind('conntrack'), states: someOf(CT_STATES), inverted }),
  fc.record({
    kind: kind('set'),
    name: word,
    directions: fc.array(fc.constantFrom('src' as const, 'dst' as const), {
      minLength: 1,
      maxLength: 2,
    }),
    inverted,
  }),
  fc.record({
    kind: kind('addrtype'),
    source: fc.option(addressTypes, { nil: undefined }),
    destination: addressTypes,
    limitInterface: fc.constantFrom('in' as const, 'out' as const, undefined),
  }),
  fc.record({
    kind: kind('rpfilter'),
    loose: fc.boolean(),
    validMark: fc.boolean(),
    acceptLocal: fc.boolean(),
    inverted,
  }),
  fc.record({
    kind: kind('multiport'),
    ports: fc.constantFrom('sports' as const, 'dports' as const, 'ports' as const),
    ranges: fc.array(range, { minLength: 1, maxLength: 7 }),
    inverted,
  }),
  fc.record({
    kind: kind('tcp'),
    sourcePort: portQuestion,
    destinationPort: portQuestion,
    flags: fc.option(fc.record({ mask: fc.nat(0x3f), set: fc.nat(0x3f), inverted }), {
      nil: undefined,
    }),
  }),
  fc.record({
    kind: kind('icmp'),
    type: fc.nat(18),
    code: fc.option(fc.nat(15), { nil: undefined }),
    inverted,
  }),
  fc.record({
    kind: kind('limit'),
    count: fc.integer({ min: 1, max: 100 }),
    per: fc.constantFrom('sec' as const, 'min' as const, 'hour' as const, 'day' as const),
    burst: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    kind: kind('mac'),
    source: bits.map((low) => macFromBits(0x0200, low)),
    inverted,
  }),
);

const natTo = {
  addresses: fc.tuple(bits, bits).map(([one, other]) => ({
    low: ipv4FromBits(Math.min(one, other)),
    high: ipv4FromBits(Math.max(one, other)),
  })),
  ports: fc.option(range, { nil: undefined }),
  random: fc.boolean(),
  randomFully: fc.boolean(),
  persistent: fc.boolean(),
};

const target: fc.Arbitrary<Target | undefined> = fc.oneof(
  fc.constantFrom<Target | undefined>(
    undefined,
    { kind: 'accept' },
    { kind: 'drop' },
    { kind: 'return' },
    { kind: 'notrack', writtenAs: 'CT' },
    { kind: 'notrack', writtenAs: 'NOTRACK' },
    { kind: 'reject', with: 'tcp-reset' },
    { kind: 'reject', with: 'icmp-net-unreachable' },
  ),
  fc.record({ kind: kind('jump'), chain: word }),
  fc.record({ kind: kind('goto'), chain: word }),
  fc.record({ kind: kind('mark'), value: bits, mask: bits }),
  fc.record({
    kind: kind('masquerade'),
    ports: natTo.ports,
    random: natTo.random,
    randomFully: natTo.randomFully,
  }),
  fc.record({ kind: kind('snat'), ...natTo }),
  fc.record({ kind: kind('dnat'), ...natTo }),
  fc.record({ kind: kind('redirect'), ports: natTo.ports, random: fc.boolean() }),
  fc.record({
    kind: kind('log'),
    prefix: fc.string({ maxLength: 29 }).filter(isPrintable),
    level: fc.nat(7),
    flags: fc.nat(15),
  }),
);

/** Matches in the order in which iptables prints them; always for TCP, so that ports may be asked. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc
  .tuple(headerMatches, fc.array(extensionMatch, { maxLength: 4 }), target)
  .map(([header, extensions, chosen]) => ({
    matches: inPrintedOrder([
      ...header,
      { kind: 'protocol', protocol: 6, inverted: false },
      ...extensions,
    ]),
    target: chosen,
  }));

function isPrintable(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
