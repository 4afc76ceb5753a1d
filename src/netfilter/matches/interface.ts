/**
 * `[!] -i NAME` and `[!] -o NAME`; a name that ends in `+` means all that begin so (iptables(8);
 * Linux: `ip_packet_match`, net/ipv4/netfilter/ip_tables.c).
 */
import { parameterProblem } from '../command-error';
import type { MatchModule, Predicate } from '../match';
import { negation, type OptionTable } from '../options';

interface InterfaceMatch<Kind extends 'in-interface' | 'out-interface'> {
  readonly kind: Kind;
  /** `ens5`, or `cali+` for all that begin with `cali`. */
  readonly name: string;
  readonly inverted: boolean;
}

export type InInterfaceMatch = InterfaceMatch<'in-interface'>;
export type OutInterfaceMatch = InterfaceMatch<'out-interface'>;

const NAME_MAX = 15;

export const inInterface: MatchModule<InInterfaceMatch> = interfaceModule(
  'in-interface',
  { '-i': 1, '--in-interface': 1 },
  (fits) => (packet) => fits(packet.inInterface),
);

export const outInterface: MatchModule<OutInterfaceMatch> = interfaceModule(
  'out-interface',
  { '-o': 1, '--out-interface': 1 },
  (fits) => (packet) => fits(packet.outInterface),
);

function interfaceModule<Kind extends 'in-interface' | 'out-interface'>(
  kind: Kind,
  options: OptionTable,
  ask: (fits: (name: string) => boolean) => Predicate,
): MatchModule<InterfaceMatch<Kind>> {
  const spellings = Object.keys(options);
  return {
    name: '',
    options,

    build(given) {
      const { values, inverted } = given.require(...spellings);
      const [name = ''] = values;
      if (name.length > NAME_MAX) {
        throw parameterProblem(
          `interface name \`${name}' must be shorter than IFNAMSIZ (${NAME_MAX})`,
        );
      }
      return name === '+' && !inverted ? undefined : { kind, name, inverted };
    },

    render: ({ name, inverted }) => `${negation(inverted)}${spellings[0]} ${name}`,
    list: () => '',

    compile({ name, inverted }) {
      if (!name.endsWith('+')) return ask((device) => (device === name) !== inverted);
      const prefix = name.slice(0, -1);
      return ask((device) => device.startsWith(prefix) !== inverted);
    },
  };
}
