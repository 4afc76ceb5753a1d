/**
 * The format of iptables-save, line by line (`xtables_restore_parse`, iptables/xtables-restore.c). A
 * table is taken as a whole at its COMMIT; where a line is refused, nothing of that table is.
 */
import { CommandError, iptablesRefusal, parameterProblem } from '../../netfilter/command-error';
import type { IptablesVersion } from '../../netfilter/list-form';
import type { Netfilter } from '../../netfilter/netfilter';
import type { NetfilterTable } from '../../netfilter/packet';
import { splitWords } from '../../netfilter/words';
import type { Distribution } from '../command';
import { runIptables } from './iptables';
import type { Counters, IptablesLine } from './iptables-line';
import { parseIptables } from './parse-iptables';
import { speakingAs } from './speak';
import { tableNamed } from './table-names';

interface RestoreManner {
  readonly distribution: Distribution;
  readonly version: IptablesVersion;
  /** `-n`: chains that the text does not name stay as they are. */
  readonly keepsRules: boolean;
  /** `-c` */
  readonly hasCounters: boolean;
  /** `-t`: nothing is changed in the end. */
  readonly isTest: boolean;
  /** `-v` */
  readonly isVerbose: boolean;
  /** `-T` */
  readonly onlyTable: string | undefined;
}

const PROGRAM = 'iptables-restore';
const COUNTERS = /^\[(\d+):(\d+)\]\s*/;

/** @returns what is printed. @throws CommandError with the line's number */
export function restoreTables(netfilter: Netfilter, text: string, manner: RestoreManner): string {
  return new Restore(netfilter, manner).run(text.split('\n'));
}

class Restore {
  readonly #netfilter: Netfilter;
  readonly #manner: RestoreManner;
  /** The table that is being read; `skipped` where `-T` wants another. */
  #table: NetfilterTable | 'skipped' | undefined = undefined;
  #undo: () => void = () => undefined;
  #output = '';

  constructor(netfilter: Netfilter, manner: RestoreManner) {
    this.#netfilter = netfilter;
    this.#manner = manner;
  }

  run(lines: readonly string[]): string {
    const { distribution } = this.#manner;
    try {
      for (const [index, line] of lines.entries()) {
        speakingAs(PROGRAM, distribution, () => this.#line(line.trim(), index + 1), index + 1);
      }
      if (this.#table !== undefined) throw this.#commitMissing(lines);
    } catch (error) {
      this.#undo();
      throw error;
    }
    return this.#output;
  }

  #line(line: string, number: number): void {
    if (line === '') return;
    if (line.startsWith('#')) {
      if (this.#manner.isVerbose) this.#output += `${line}\n`;
      return;
    }
    if (this.#table === undefined) {
      if (!line.startsWith('*')) throw new CommandError(`${PROGRAM}: line ${number} failed`, 1);
      this.#begin(line.slice(1), number);
    } else if (line === 'COMMIT') this.#commit();
    else if (this.#table === 'skipped') return;
    else if (line.startsWith(':')) this.#chain(this.#table, line.slice(1), number);
    else this.#rule(this.#table, line);
  }

  #begin(name: string, number: number): void {
    const { onlyTable, keepsRules } = this.#manner;
    const table = tableNamed(name);
    if (table === undefined) {
      throw parameterProblem(`${PROGRAM}: line ${number} table name '${name}' invalid`);
    }
    this.#table = onlyTable === undefined || onlyTable === name ? table : 'skipped';
    if (this.#table === 'skipped') return;
    this.#undo = this.#netfilter.remember(table);
    if (!keepsRules) for (const words of [['-F'], ['-X']]) this.#run(table, words, undefined);
  }

  #commit(): void {
    if (this.#manner.isTest) this.#undo();
    this.#undo = () => undefined;
    this.#table = undefined;
  }

  /** `:cali-INPUT - [0:0]`; a chain that is there is emptied, but for the kernel's own. */
  #chain(table: NetfilterTable, line: string, number: number): void {
    const [name = '', policy, counters = ''] = line.split(/\s+/);
    if (policy === undefined) {
      throw parameterProblem(`${PROGRAM}: line ${number} policy invalid`);
    }
    const known = this.#netfilter.chains(table).find((chain) => chain.name === name);
    this.#netfilter.load(table);
    if (known === undefined) this.#netfilter.newChain(table, name);
    else if (known.policy === undefined) this.#netfilter.flushChain(table, name);
    if (known?.policy === undefined || policy === '-') return;
    if (policy !== 'ACCEPT' && policy !== 'DROP') throw iptablesRefusal('Bad policy name.');
    if (known.policy !== policy || !this.#manner.keepsRules) {
      this.#netfilter.setPolicy(table, name, policy);
    }
    const [, packets, bytes] = COUNTERS.exec(counters) ?? [];
    if (this.#manner.hasCounters && packets !== undefined) {
      known.count(Number(packets), Number(bytes));
    }
  }

  #rule(table: NetfilterTable, line: string): void {
    const [prefix = '', packets = '0', bytes = '0'] = COUNTERS.exec(line) ?? [];
    const given = { packets: Number(packets), bytes: Number(bytes) };
    const counters = prefix !== '' && this.#manner.hasCounters ? given : undefined;
    this.#run(table, splitWords(line.slice(prefix.length)), counters);
  }

  #run(table: NetfilterTable, words: readonly string[], counters: Counters | undefined): void {
    const line = parseIptables(words, table);
    const told: IptablesLine = {
      ...line,
      counters: line.counters ?? counters,
      manner: { ...line.manner, isVerbose: line.manner.isVerbose || this.#manner.isVerbose },
    };
    this.#output += runIptables(this.#netfilter, told, this.#manner.version);
  }

  #commitMissing(lines: readonly string[]): CommandError {
    const last = lines[lines.length - 1] === '' ? lines.length : lines.length + 1;
    return new CommandError(`${PROGRAM}: COMMIT expected at line ${last}`, 1);
  }
}
