/**
 * iptables' command line, up to the rule (`do_parse`, iptables/xshared.c, 1.8): the table, one
 * command with its chain, and how to print.
 */
import { badArgument, notModelled, parameterProblem } from '../../netfilter/command-error';
import type { NetfilterTable } from '../../netfilter/packet';
import { parseRule } from '../../netfilter/parse-rule';
import { checkInterfaces, checkOptions } from './allowed-options';
import type { Counters, IptablesCommand, IptablesLine } from './iptables-line';
import { iptablesWords } from './iptables-words';
import { noTable, tableNamed } from './table-names';

/**
 * Letter, name, how many words the command needs, whether a chain may follow where it needs none,
 * and whether a rule's number may follow the chain.
 */
const COMMANDS = [
  ['-A', 'append', 1, false],
  ['-C', 'check', 1, false],
  ['-D', 'delete', 1, true],
  ['-I', 'insert', 1, true],
  ['-R', 'replace', 1, true],
  ['-L', 'list', 0, true],
  ['-S', 'list-rules', 0, true],
  ['-F', 'flush', 0, false],
  ['-Z', 'zero', 0, true],
  ['-N', 'new-chain', 1, false],
  ['-X', 'delete-chain', 0, false],
  ['-E', 'rename-chain', 2, false],
  ['-P', 'policy', 2, false],
] as const satisfies readonly (readonly [string, IptablesCommand, 0 | 1 | 2, boolean])[];

type CommandRow = (typeof COMMANDS)[number];

/** What is missing where a second word should follow. */
const SECOND_MISSING: Readonly<Partial<Record<IptablesCommand, string>>> = {
  'rename-chain': '-E requires old-chain-name and new-chain-name',
  policy: '-P requires a chain and a policy',
};

const RULE_OPTIONS: ReadonlySet<string> = new Set(['-s', '-d', '-p', '-i', '-o', '-j', '-g', '-m']);
const FLAGS: ReadonlySet<string> = new Set(['-n', '-v', '-x', '--line-numbers']);

/** @param table where the words name none; `undefined`: they must not name one (iptables-restore) */
export function parseIptables(
  words: readonly string[],
  restored: NetfilterTable | undefined = undefined,
): IptablesLine {
  return new LineParser(iptablesWords(words), restored).parse();
}

class LineParser {
  readonly #rest: string[];
  readonly #flags = new Set<string>();
  readonly #rule: string[] = [];
  readonly #restored: NetfilterTable | undefined;
  #table: NetfilterTable;
  #found: CommandRow | undefined = undefined;
  #alsoZero = false;
  #chain: string | undefined = undefined;
  #second: string | undefined = undefined;
  #ruleNumber: number | undefined = undefined;
  #counters: Counters | undefined = undefined;

  constructor(words: readonly string[], restored: NetfilterTable | undefined) {
    this.#rest = [...words];
    this.#restored = restored;
    this.#table = restored ?? 'filter';
  }

  parse(): IptablesLine {
    while (this.#rest.length > 0) {
      const word = this.#rest.shift() ?? '';
      if (word === '-V') return this.#line('version');
      this.#word(word);
    }
    const found = this.#found;
    if (found === undefined) {
      if (this.#rule.length > 0) parseRule(this.#rule);
      throw parameterProblem('no command specified');
    }
    const [, command] = found;
    const line = this.#line(command);
    checkOptions(line, this.#flags);
    checkInterfaces(line);
    return line;
  }

  #line(command: IptablesCommand): IptablesLine {
    return {
      table: this.#table,
      command,
      chain: this.#chain,
      second: this.#second,
      ruleNumber: this.#ruleNumber,
      rule: this.#rule,
      counters: this.#counters,
      alsoZero: this.#alsoZero,
      manner: {
        isNumeric: this.#flags.has('-n'),
        isVerbose: this.#flags.has('-v'),
        isExact: this.#flags.has('-x'),
        hasNumbers: this.#flags.has('--line-numbers'),
      },
    };
  }

  #word(word: string): void {
    const row = COMMANDS.find(([letter]) => letter === word);
    if (row !== undefined) this.#command(row);
    else if (FLAGS.has(word)) this.#flags.add(word);
    else if (RULE_OPTIONS.has(word)) {
      this.#rule.push(word, ...this.#rest.splice(0, 1));
      if (this.#hasOperand()) throw badArgument(this.#rest[0] ?? '');
    } else if (word === '--comment' || word === '--log-prefix') {
      this.#rule.push(word, ...this.#rest.splice(0, 1));
    } else if (word.startsWith('-') || word === '!') this.#setting(word);
    // What an extension's option wants follows it; where nothing may follow, it is a stray.
    else if (this.#rule.length > 0) this.#rule.push(word);
    else throw badArgument(word);
  }

  #setting(word: string): void {
    switch (word) {
      case '-t':
        this.#table = this.#tableAfter(word);
        return;
      case '-w':
        this.#wait();
        return;
      case '-W':
      case '-M':
        // Nobody else ever holds the lock, and no module is ever missing.
        this.#value(word);
        return;
      case '-c':
        this.#counters = this.#countersAfter(word);
        return;
      case '-4':
        return;
      case '-6':
        throw notModelled('IPv6');
      case '-h':
        throw notModelled('option -h');
      default:
        this.#rule.push(word);
    }
  }

  #command(row: CommandRow): void {
    const [letter, name, needed, mayHaveNumber] = row;
    const first = needed > 0 ? this.#value(letter) : undefined;
    if (this.#found !== undefined) {
      const [other, otherName] = this.#found;
      const isListing = otherName === 'list' || otherName === 'list-rules';
      if (name !== 'zero' || !isListing) {
        throw parameterProblem(`Cannot use ${letter} with ${other}`);
      }
      this.#alsoZero = true;
    } else this.#found = row;
    if (first !== undefined) this.#chain = first;
    else if (this.#hasOperand()) this.#chain = this.#rest.shift();
    if (needed === 2) {
      if (!this.#hasOperand()) throw parameterProblem(SECOND_MISSING[name] ?? '');
      this.#second = this.#rest.shift();
    }
    if (mayHaveNumber && this.#chain !== undefined) this.#number(name);
  }

  #number(command: IptablesCommand): void {
    if (this.#hasOperand()) {
      const text = this.#rest.shift() ?? '';
      this.#ruleNumber = /^\d+$/.test(text) ? Number(text) : 0;
      if (this.#ruleNumber < 1) throw parameterProblem(`Invalid rule number \`${text}'`);
    } else if (command === 'replace') throw parameterProblem('-R requires a rule number');
  }

  #hasOperand(): boolean {
    const [next] = this.#rest;
    return next !== undefined && !next.startsWith('-') && next !== '!';
  }

  #value(option: string): string {
    const value = this.#rest.shift();
    if (value !== undefined) return value;
    throw parameterProblem(`option "${option}" requires an argument`);
  }

  #tableAfter(option: string): NetfilterTable {
    const name = this.#value(option);
    if (this.#restored !== undefined) {
      throw parameterProblem('The -t option cannot be used in iptables-restore.\n');
    }
    const table = tableNamed(name);
    if (table === undefined) throw noTable(name);
    return table;
  }

  #wait(): void {
    if (!this.#hasOperand()) return;
    if (!/^\d+$/.test(this.#rest.shift() ?? '')) {
      throw parameterProblem('wait seconds not numeric');
    }
  }

  #countersAfter(option: string): Counters {
    const packets = this.#value(option);
    if (!this.#hasOperand()) throw parameterProblem('-c requires packet and byte counter');
    const bytes = this.#value(option);
    if (!/^\d+$/.test(packets)) throw parameterProblem('-c packet counter not numeric');
    if (!/^\d+$/.test(bytes)) throw parameterProblem('-c byte counter not numeric');
    return { packets: Number(packets), bytes: Number(bytes) };
  }
}
