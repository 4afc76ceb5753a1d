/**
 * `-j REJECT --reject-with TYPE`: the packet dies, and its sender hears of it
 * (iptables-extensions(8), "REJECT"; Linux: net/ipv4/netfilter/ipt_REJECT.c). What is sent is the
 * host's business.
 */
import { parameterProblem } from '../command-error';
import type { TargetModule } from '../target';

export type RejectWith =
  | 'icmp-net-unreachable'
  | 'icmp-host-unreachable'
  | 'icmp-proto-unreachable'
  | 'icmp-port-unreachable'
  | 'icmp-net-prohibited'
  | 'icmp-host-prohibited'
  | 'icmp-admin-prohibited'
  | 'tcp-reset';

export interface RejectTarget {
  readonly kind: 'reject';
  readonly with: RejectWith;
}

const ALIASES: Readonly<Record<RejectWith, string>> = {
  'icmp-net-unreachable': 'net-unreach',
  'icmp-host-unreachable': 'host-unreach',
  'icmp-proto-unreachable': 'proto-unreach',
  'icmp-port-unreachable': 'port-unreach',
  'icmp-net-prohibited': 'net-prohib',
  'icmp-host-prohibited': 'host-prohib',
  'tcp-reset': 'tcp-rst',
  'icmp-admin-prohibited': 'admin-prohib',
};

const TYPES = Object.keys(ALIASES) as RejectWith[];

export const reject: TargetModule<RejectTarget> = {
  names: ['REJECT'],
  options: { '--reject-with': 1 },

  build(options) {
    const [text = 'icmp-port-unreachable'] = options.find('--reject-with')?.values ?? [];
    // As in iptables, the beginning of a type or of its short name is enough.
    const type = TYPES.find((one) => one.startsWith(text) || ALIASES[one].startsWith(text));
    if (type === undefined) throw parameterProblem(`unknown reject type "${text}"`);
    return { kind: 'reject', with: type };
  },

  render: (target) => `-j REJECT --reject-with ${target.with}`,
  list: (target) => ({ column: 'REJECT', text: `reject-with ${target.with}` }),
  compile: (target) => ({ kind: 'reject', with: target.with }),
};
