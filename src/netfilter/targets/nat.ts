/**
 * `-j SNAT --to-source` and `-j DNAT --to-destination` (iptables-extensions(8); Linux:
 * net/netfilter/xt_nat.c).
 */
import { parameterProblem } from '../command-error';
import type { TargetModule } from '../target';
import {
  flagWords,
  formatAddressesAndPorts,
  type NatTarget,
  natFlags,
  parseAddressesAndPorts,
} from './nat-options';

export interface SnatTarget extends NatTarget {
  readonly kind: 'snat';
}

export interface DnatTarget extends NatTarget {
  readonly kind: 'dnat';
}

export const snat = natModule<SnatTarget>('snat', '--to-source');
export const dnat = natModule<DnatTarget>('dnat', '--to-destination');

function natModule<T extends SnatTarget | DnatTarget>(
  kind: T['kind'],
  option: '--to-source' | '--to-destination',
): TargetModule<T> {
  const name = kind.toUpperCase();
  return {
    names: [name],
    options: { [option]: 1, '--random': 0, '--random-fully': 0, '--persistent': 0 },

    build(options) {
      const [to] = options.find(option)?.values ?? [];
      if (to === undefined) {
        throw parameterProblem(`${name}: option "${option}" must be specified\n`);
      }
      const { addresses, ports } = parseAddressesAndPorts(to);
      const { random, randomFully } = natFlags(options);
      const persistent = options.has('--persistent');
      return { kind, addresses, ports, random, randomFully, persistent } as T;
    },

    render: (target) =>
      [
        `-j ${name} ${option} ${formatAddressesAndPorts(target)}`,
        ...natWords(target).map((word) => `--${word}`),
      ].join(' '),

    list: (target) => ({
      column: name,
      text: [`to:${formatAddressesAndPorts(target)}`, ...natWords(target)].join(' '),
    }),

    compile(target) {
      return {
        kind: 'run',
        run: (packet, hook, context) => context.translate(packet, hook, target),
      };
    },
  };
}

function natWords(target: NatTarget): readonly string[] {
  return [...flagWords(target), ...(target.persistent ? ['persistent'] : [])];
}
