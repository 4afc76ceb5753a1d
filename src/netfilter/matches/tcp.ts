/**
 * `-m tcp`: ports and flags of a segment (iptables-extensions(8), "tcp"; Linux:
 * net/netfilter/xt_tcpudp.c).
 */
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { type GivenOptions, negation } from '../options';
import { buildPorts, listPorts, type PortQuestions, portHolds, renderPorts } from './port-question';

interface TcpFlagsQuestion {
  /** Which of the header's flag bits are looked at. */
  readonly mask: number;
  /** Which of these are set. */
  readonly set: number;
  readonly inverted: boolean;
}

export interface TcpMatch extends PortQuestions {
  readonly kind: 'tcp';
  readonly flags: TcpFlagsQuestion | undefined;
}

const FLAGS = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'];
const ALL_FLAGS = 0x3f;
/** `--syn`: FIN, SYN, RST and ACK are looked at, and SYN alone is set. */
const SYN_MASK = 0x17;
const SYN = 0x02;

export const tcp: MatchModule<TcpMatch> = {
  name: 'tcp',
  options: {
    '--sport': 1,
    '--source-port': 1,
    '--dport': 1,
    '--destination-port': 1,
    '--syn': 0,
    '--tcp-flags': 2,
  },

  build(options) {
    const { sourcePort, destinationPort } = buildPorts(options);
    return { kind: 'tcp', sourcePort, destinationPort, flags: buildFlags(options) };
  },

  render(match) {
    return ['-m tcp', ...renderPorts(match), ...renderFlags(match.flags)].join(' ');
  },

  list(match, { isNumeric }) {
    const { flags } = match;
    const words = ['tcp', ...listPorts(match, isNumeric)];
    if (flags !== undefined) {
      const format = isNumeric ? hexByte : formatFlags;
      words.push(`flags:${flags.inverted ? '!' : ''}${format(flags.mask)}/${format(flags.set)}`);
    }
    return words.join(' ');
  },

  compile({ sourcePort, destinationPort, flags }) {
    return ({ packet: { payload } }) =>
      payload.kind === 'tcp' &&
      portHolds(sourcePort, payload.sourcePort) &&
      portHolds(destinationPort, payload.destinationPort) &&
      (flags === undefined || ((payload.flags & flags.mask) === flags.set) !== flags.inverted);
  },
};

function buildFlags(options: GivenOptions): TcpFlagsQuestion | undefined {
  const syn = options.find('--syn');
  if (syn !== undefined) return { mask: SYN_MASK, set: SYN, inverted: syn.inverted };
  const option = options.find('--tcp-flags');
  if (option === undefined) return undefined;
  const [mask = '', set = ''] = option.values;
  return { mask: parseFlags(mask), set: parseFlags(set), inverted: option.inverted };
}

function parseFlags(text: string): number {
  return text.split(',').reduce((bits, word) => bits | parseFlag(word.toUpperCase()), 0);
}

function parseFlag(word: string): number {
  if (word === 'NONE') return 0;
  if (word === 'ALL') return ALL_FLAGS;
  const at = FLAGS.indexOf(word);
  if (at < 0) throw parameterProblem(`Unknown TCP flag \`${word}'`);
  return 1 << at;
}

function renderFlags(flags: TcpFlagsQuestion | undefined): readonly string[] {
  if (flags === undefined) return [];
  const { mask, set, inverted } = flags;
  return [`${negation(inverted)}--tcp-flags ${formatFlags(mask)} ${formatFlags(set)}`];
}

function formatFlags(bits: number): string {
  const names = FLAGS.filter((_, at) => (bits & (1 << at)) !== 0);
  return names.length === 0 ? 'NONE' : names.join();
}

function hexByte(bits: number): string {
  return `0x${bits.toString(16).toUpperCase().padStart(2, '0')}`;
}
