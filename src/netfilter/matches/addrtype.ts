/**
 * `-m addrtype [!] --src-type TYPES [!] --dst-type TYPES --limit-iface-in|out`
 * (iptables-extensions(8), "addrtype"; Linux: net/netfilter/xt_addrtype.c).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { parameterProblem } from '../command-error';
import type { MatchContext, MatchModule } from '../match';
import { type GivenOption, negation } from '../options';
import type { AddressType, NetfilterPacket } from '../packet';

interface TypeQuestion {
  /** In iptables' order: see `ADDRESS_TYPES`. */
  readonly types: readonly AddressType[];
  readonly inverted: boolean;
}

export interface AddrtypeMatch {
  readonly kind: 'addrtype';
  readonly source: TypeQuestion | undefined;
  readonly destination: TypeQuestion | undefined;
  /** The interface whose own addresses alone count as LOCAL. */
  readonly limitInterface: 'in' | 'out' | undefined;
}

const ADDRESS_TYPES = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'BROADCAST',
  'MULTICAST',
  'BLACKHOLE',
  'UNREACHABLE',
  'PROHIBIT',
] as const satisfies readonly AddressType[];

export const addrtype: MatchModule<AddrtypeMatch> = {
  name: 'addrtype',
  options: { '--src-type': 1, '--dst-type': 1, '--limit-iface-in': 0, '--limit-iface-out': 0 },

  build(options) {
    const source = questionOf(options.find('--src-type'));
    const destination = questionOf(options.find('--dst-type'));
    const isIn = options.has('--limit-iface-in');
    const isOut = options.has('--limit-iface-out');
    if (source === undefined && destination === undefined) {
      throw parameterProblem('addrtype: you must specify --src-type or --dst-type');
    }
    if (isIn && isOut) {
      throw parameterProblem(
        'addrtype: you can\'t specify both "--limit-iface-in" and "--limit-iface-out"',
      );
    }
    const limitInterface = isIn ? 'in' : isOut ? 'out' : undefined;
    return { kind: 'addrtype', source, destination, limitInterface };
  },

  render: ({ source, destination, limitInterface }) =>
    [
      '-m addrtype',
      ...(source ? [`${negation(source.inverted)}--src-type ${source.types.join()}`] : []),
      ...(destination
        ? [`${negation(destination.inverted)}--dst-type ${destination.types.join()}`]
        : []),
      ...(limitInterface ? [`--limit-iface-${limitInterface}`] : []),
    ].join(' '),

  list: ({ source, destination, limitInterface }) =>
    [
      'ADDRTYPE match',
      ...(source ? [`src-type ${source.inverted ? '!' : ''}${source.types.join()}`] : []),
      ...(destination
        ? [`dst-type ${destination.inverted ? '!' : ''}${destination.types.join()}`]
        : []),
      ...(limitInterface ? [`limit-${limitInterface}`] : []),
    ].join(' '),

  compile({ source, destination, limitInterface }) {
    return (packet, context) => {
      const device = deviceOf(packet, limitInterface);
      const { packet: ip } = packet;
      return (
        (source === undefined || holds(source, ip.source, device, context)) &&
        (destination === undefined || holds(destination, ip.destination, device, context))
      );
    };
  },
};

function questionOf(option: GivenOption | undefined): TypeQuestion | undefined {
  if (option === undefined) return undefined;
  const asked = (option.values[0] ?? '').split(',').map((word) => {
    const found = ADDRESS_TYPES.find((type) => type === word.toUpperCase());
    if (found === undefined) throw parameterProblem(`addrtype: bad type "${word}"`);
    return found;
  });
  const types = ADDRESS_TYPES.filter((type) => asked.includes(type));
  return { types, inverted: option.inverted };
}

function deviceOf(packet: NetfilterPacket, limit: 'in' | 'out' | undefined): string | undefined {
  if (limit === undefined) return undefined;
  return limit === 'in' ? packet.inInterface : packet.outInterface;
}

function holds(
  { types, inverted }: TypeQuestion,
  address: Ipv4,
  device: string | undefined,
  { host }: MatchContext,
): boolean {
  return types.includes(host.addressType(address, device)) !== inverted;
}
