/**
 * conntrack's command line (`opts`, src/conntrack.c, conntrack-tools 1.4): one command, and options
 * that say which connections are meant and how they are printed.
 */
import { CommandError, notModelled } from '../../netfilter/command-error';

const COMMANDS: Readonly<Record<string, ConntrackCommand>> = {
  '-L': 'dump',
  '--dump': 'dump',
  '-D': 'delete',
  '--delete': 'delete',
  '-F': 'flush',
  '--flush': 'flush',
  '-C': 'count',
  '--count': 'count',
  '-V': 'version',
  '--version': 'version',
};
const UNMODELLED_COMMANDS = /^(-[GIUESAh]|--(get|create|update|event|stats|add|help|load-file))$/;

/** Every spelling, with the option's long name as conntrack quotes it. */
const VALUED: Readonly<Record<string, string>> = {
  '-s': 'orig-src',
  '--src': 'orig-src',
  '--orig-src': 'orig-src',
  '-d': 'orig-dst',
  '--dst': 'orig-dst',
  '--orig-dst': 'orig-dst',
  '-r': 'reply-src',
  '--reply-src': 'reply-src',
  '-q': 'reply-dst',
  '--reply-dst': 'reply-dst',
  '-p': 'protonum',
  '--protonum': 'protonum',
  '--proto': 'protonum',
  '-f': 'family',
  '--family': 'family',
  '-m': 'mark',
  '--mark': 'mark',
  '-u': 'status',
  '--status': 'status',
  '-o': 'output',
  '--output': 'output',
  '-w': 'zone',
  '--zone': 'zone',
};
/** Known once a protocol that has ports was named. */
const PORTS: Readonly<Record<string, string>> = {
  '--sport': 'sport',
  '--orig-port-src': 'sport',
  '--dport': 'dport',
  '--orig-port-dst': 'dport',
  '--reply-port-src': 'reply-port-src',
  '--reply-port-dst': 'reply-port-dst',
  '--state': 'state',
};
/** Their address may be left out. */
const NATS: Readonly<Record<string, string>> = {
  '-n': 'src-nat',
  '--src-nat': 'src-nat',
  '-g': 'dst-nat',
  '--dst-nat': 'dst-nat',
  '-j': 'any-nat',
  '--any-nat': 'any-nat',
};
const UNMODELLED_OPTIONS =
  /^(-[tecNlb]|--(timeout|event-mask|secmark|label|label-add|label-del|buffer-size|tuple-src|tuple-dst|mask-src|mask-dst|orig-zone|reply-zone|icmp-type|icmp-code|icmp-id))$/;

type ConntrackCommand = 'dump' | 'delete' | 'flush' | 'count' | 'version';

export interface ConntrackLine {
  readonly command: ConntrackCommand;
  /** `expect` for one; the connections' own where none is named. */
  readonly table: string;
  /** By the option's long name; empty where a value may be left out and was. */
  readonly options: ReadonlyMap<string, string>;
}

/** Words that conntrack does not understand. `conntrack.ts` puts its name before it. */
export class ConntrackProblem extends CommandError {}

export function parseConntrack(words: readonly string[]): ConntrackLine {
  const options = new Map<string, string>();
  const rest = [...words];
  let command: ConntrackCommand | undefined;
  let table = 'conntrack';
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const named = COMMANDS[word];
    if (named !== undefined) {
      if (command !== undefined) throw problem('Invalid commands combination');
      command = named;
      if (rest[0] !== undefined && !rest[0].startsWith('-')) table = tableNamed(rest.shift() ?? '');
    } else if (UNMODELLED_COMMANDS.test(word)) throw notModelled(`option ${word}`);
    else takeOption(word, rest, options);
  }
  if (command === undefined) throw notModelled('the help text');
  const [first] = options.keys();
  if ((command === 'count' || command === 'flush') && first !== undefined) {
    throw problem(`Illegal option \`--${first}' with this command`);
  }
  return { command, table, options };
}

function takeOption(word: string, rest: string[], options: Map<string, string>): void {
  const ports = options.has('protonum') ? PORTS[word] : undefined;
  const name = VALUED[word] ?? ports;
  const nat = NATS[word];
  if (name !== undefined) {
    const value = rest.shift();
    if (value === undefined) throw problem(`option \`${word}' requires an argument`);
    options.set(name, value);
  } else if (nat !== undefined) {
    const hasValue = rest[0] !== undefined && !rest[0].startsWith('-');
    options.set(nat, hasValue ? (rest.shift() ?? '') : '');
    // Counters of connections are off, as they are on a host that nobody has told otherwise.
  } else if (word !== '-z' && word !== '--zero') throw strange(word);
}

function strange(word: string): CommandError {
  if (UNMODELLED_OPTIONS.test(word)) return notModelled(`option ${word}`);
  return problem(`unknown option \`${word}'`);
}

function tableNamed(name: string): string {
  if (['conntrack', 'expect', 'dying', 'unconfirmed'].includes(name)) return name;
  throw problem(`unknown type \`${name}'`);
}

export function problem(what: string): ConntrackProblem {
  return new ConntrackProblem(what, 2);
}
