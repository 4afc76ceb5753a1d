/**
 * `-m set [!] --match-set NAME src|dst[,…]` (iptables-extensions(8), "set"; Linux:
 * net/netfilter/xt_set.c).
 */
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { negation } from '../options';

export interface SetMatch {
  readonly kind: 'set';
  readonly name: string;
  /** One for each part of the set's members: `hash:ip,port` asks two. Spelled as in the rule. */
  readonly directions: readonly ('src' | 'dst')[];
  readonly inverted: boolean;
}

export const set: MatchModule<SetMatch> = {
  name: 'set',
  options: { '--match-set': 2, '--set': 2 },

  build(options) {
    const option = options.find('--match-set', '--set');
    if (option === undefined) {
      throw parameterProblem("You must specify `--match-set' with proper arguments");
    }
    const [name = '', flags = ''] = option.values;
    const directions = flags.split(',').map((word) => {
      if (word === 'src' || word === 'dst') return word;
      throw parameterProblem("You must spefify (the comma separated list of) 'src' or 'dst'.");
    });
    return { kind: 'set', name, directions, inverted: option.inverted };
  },

  render: ({ name, directions, inverted }) =>
    `-m set ${negation(inverted)}--match-set ${name} ${directions.join()}`,
  list: ({ name, directions, inverted }) =>
    `${negation(inverted)}match-set ${name} ${directions.join()}`,

  compile({ name, directions, inverted }) {
    const first = directions[0] === 'src';
    const second = directions[1] === 'src';
    return ({ packet }, { ipsets }) => {
      const found = ipsets.find(name);
      return (found?.holds(packet, first, second) ?? false) !== inverted;
    };
  },
};
