/** `[!] -s ADDRESS[/MASK]` and `[!] -d ADDRESS[/MASK]` (iptables(8)). */
import { type Cidr, cidrOf, formatCidr, netmask } from '../../addr/cidr';
import { parseIpv4 } from '../../addr/ipv4';
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { negation, type OptionTable } from '../options';

interface AddressMatch<Kind extends 'source' | 'destination'> {
  readonly kind: Kind;
  readonly prefix: Cidr;
  readonly inverted: boolean;
}

export type SourceMatch = AddressMatch<'source'>;
export type DestinationMatch = AddressMatch<'destination'>;

export const source: MatchModule<SourceMatch> = addressModule('source', {
  '-s': 1,
  '--source': 1,
  '--src': 1,
});

export const destination: MatchModule<DestinationMatch> = addressModule('destination', {
  '-d': 1,
  '--destination': 1,
  '--dst': 1,
});

function addressModule<Kind extends 'source' | 'destination'>(
  kind: Kind,
  options: OptionTable,
): MatchModule<AddressMatch<Kind>> {
  const spellings = Object.keys(options);
  return {
    name: '',
    options,

    build(given) {
      const { values, inverted } = given.require(...spellings);
      const prefix = parseNetwork(values[0] ?? '');
      return prefix.length === 0 && !inverted ? undefined : { kind, prefix, inverted };
    },

    render: ({ prefix, inverted }) => `${negation(inverted)}${spellings[0]} ${formatCidr(prefix)}`,
    list: () => '',

    compile({ prefix, inverted }) {
      const mask = netmask(prefix.length) | 0;
      const bits = prefix.address | 0;
      return kind === 'source'
        ? ({ packet }) => ((packet.source & mask) === bits) !== inverted
        : ({ packet }) => ((packet.destination & mask) === bits) !== inverted;
    },
  };
}

/** Reads `10.0.0.1`, `10.0.0.0/8` and `10.0.0.0/255.0.0.0`; host bits are cleared. */
function parseNetwork(text: string): Cidr {
  const [addressText = '', lengthText] = text.split('/');
  const address = parseIpv4(addressText);
  if (address === undefined) throw parameterProblem(`host/network \`${addressText}' not found`);
  const length = lengthText === undefined ? 32 : parseMask(lengthText);
  if (length === undefined) throw parameterProblem(`invalid mask \`${lengthText}' specified`);
  return cidrOf(address, length);
}

function parseMask(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 32 ? Number(text) : undefined;
  const mask = parseIpv4(text);
  if (mask === undefined) return undefined;
  const length = 32 - Math.log2(2 ** 32 - mask);
  return Number.isInteger(length) && netmask(length) === mask ? length : undefined;
}
