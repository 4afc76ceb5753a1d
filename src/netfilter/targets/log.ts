/**
 * `-j LOG`: a line in the kernel's log (iptables-extensions(8), "LOG"; Linux: net/netfilter/xt_LOG.c).
 * The trace of a packet names every rule that it fitted, so the line itself is not written.
 */
import { parameterProblem } from '../command-error';
import { type GivenOptions, parseUnsigned } from '../options';
import type { TargetModule } from '../target';
import { quoteWord } from '../words';

export interface LogTarget {
  readonly kind: 'log';
  /** Empty for none. */
  readonly prefix: string;
  /** 0 (emerg) to 7 (debug). */
  readonly level: number;
  /** The bits of `FLAGS`. */
  readonly flags: number;
}

const LEVELS = ['emerg', 'alert', 'crit', 'error', 'warning', 'notice', 'info', 'debug'];
const WARNING = 4;
const PREFIX_MAX = 29;

/** In the order of their bits. */
const FLAGS = ['--log-tcp-sequence', '--log-tcp-options', '--log-ip-options', '--log-uid'];

export const log: TargetModule<LogTarget> = {
  names: ['LOG'],
  options: {
    '--log-prefix': 1,
    '--log-level': 1,
    '--log-tcp-sequence': 0,
    '--log-tcp-options': 0,
    '--log-ip-options': 0,
    '--log-uid': 0,
  },

  build(options) {
    const [prefix = ''] = options.find('--log-prefix')?.values ?? [];
    const flags = FLAGS.reduce((bits, flag, at) => bits | (options.has(flag) ? 1 << at : 0), 0);
    return { kind: 'log', prefix: prefix.slice(0, PREFIX_MAX), level: levelOf(options), flags };
  },

  render: ({ prefix, level, flags }) =>
    [
      '-j LOG',
      ...(prefix === '' ? [] : [`--log-prefix ${quoteWord(prefix)}`]),
      ...(level === WARNING ? [] : [`--log-level ${level}`]),
      ...flagsOf(flags),
    ].join(' '),

  list({ prefix, level, flags }, { isNumeric, version }) {
    const warning = version === '1.8.7' ? 'warning' : 'warn';
    const name = level === WARNING ? warning : LEVELS[level];
    const words = isNumeric ? [`flags ${flags} level ${level}`] : [`level ${name}`];
    if (prefix !== '') words.push(`prefix "${prefix}"`);
    if (!isNumeric) words.push(...flagsOf(flags).map((flag) => flag.replace('--log-', '')));
    return { column: 'LOG', text: `LOG ${words.join(' ')}` };
  },

  compile: () => ({ kind: 'continue' }),
};

function flagsOf(flags: number): readonly string[] {
  return FLAGS.filter((_, at) => (flags & (1 << at)) !== 0);
}

function levelOf(options: GivenOptions): number {
  const [text] = options.find('--log-level')?.values ?? [];
  if (text === undefined) return WARNING;
  const named = LEVELS.indexOf(text === 'warn' ? 'warning' : text === 'err' ? 'error' : text);
  const level = named >= 0 ? named : parseUnsigned(text);
  if (level === undefined || level > 7) throw parameterProblem(`log-level \`${text}' unknown`);
  return level;
}
