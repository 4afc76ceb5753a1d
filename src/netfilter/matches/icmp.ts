/**
 * `-m icmp [!] --icmp-type TYPE[/CODE]|NAME` (iptables-extensions(8), "icmp"; Linux:
 * `icmp_match`, net/netfilter/xt_tcpudp.c).
 */
import { parameterProblem } from '../command-error';
import { icmpTypeOf } from '../icmp-type';
import type { MatchModule } from '../match';
import { negation } from '../options';

export interface IcmpMatch {
  readonly kind: 'icmp';
  readonly type: number | 'any';
  /** `undefined`: every code. */
  readonly code: number | undefined;
  readonly inverted: boolean;
}

type TypeAndCode = readonly [type: number | 'any', code: number | undefined];

/** How the kernel writes `any`. */
const ANY_TYPE = 255;

const NAMES: Readonly<Record<string, TypeAndCode>> = {
  any: ['any', undefined],
  'echo-reply': [0, undefined],
  pong: [0, undefined],
  'destination-unreachable': [3, undefined],
  'network-unreachable': [3, 0],
  'host-unreachable': [3, 1],
  'protocol-unreachable': [3, 2],
  'port-unreachable': [3, 3],
  'fragmentation-needed': [3, 4],
  'source-route-failed': [3, 5],
  'network-prohibited': [3, 9],
  'host-prohibited': [3, 10],
  'communication-prohibited': [3, 13],
  'source-quench': [4, undefined],
  redirect: [5, undefined],
  'echo-request': [8, undefined],
  ping: [8, undefined],
  'time-exceeded': [11, undefined],
  'ttl-exceeded': [11, undefined],
  'parameter-problem': [12, undefined],
  'timestamp-request': [13, undefined],
  'timestamp-reply': [14, undefined],
};

export const icmp: MatchModule<IcmpMatch> = {
  name: 'icmp',
  options: { '--icmp-type': 1 },

  build(options) {
    const { values, inverted } = options.require('--icmp-type');
    const [text = ''] = values;
    const [type, code] = NAMES[text] ?? parseType(text);
    return { kind: 'icmp', type, code, inverted };
  },

  render: ({ type, code, inverted }) =>
    `-m icmp ${negation(inverted)}--icmp-type ${type}${code === undefined ? '' : `/${code}`}`,

  list({ type, code, inverted }, { isNumeric }) {
    const not = inverted ? '!' : '';
    const name = Object.entries(NAMES).find(([, one]) => one[0] === type && one[1] === code)?.[0];
    if (!isNumeric && name !== undefined) return `icmp ${not}${name}`;
    const number = type === 'any' ? ANY_TYPE : type;
    return `icmp${not ? ' ' : ''}${not}type ${number}${code === undefined ? '' : ` code ${code}`}`;
  },

  compile({ type, code, inverted }) {
    return ({ packet }) => {
      const found = icmpTypeOf(packet);
      if (found === undefined) return false;
      const fits =
        type === 'any' || (found.type === type && (code === undefined || found.code === code));
      return fits !== inverted;
    };
  },
};

function parseType(text: string): TypeAndCode {
  const [, type, code] = /^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (type === undefined || Number(type) > 255 || Number(code ?? 0) > 255) {
    throw parameterProblem(`Unknown ICMP type \`${text}'`);
  }
  return [Number(type), code === undefined ? undefined : Number(code)];
}
