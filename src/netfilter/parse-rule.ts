/**
 * A rule from the words of a command line, as after `iptables -A CHAIN` (`do_command4`,
 * iptables/iptables.c, and `command_default`, iptables/xshared.c).
 */

import { checkRule } from './check-rule';
import { badArgument, type CommandError, notModelled, parameterProblem } from './command-error';
import { protocolName } from './ip-protocols';
import type { MatchModule } from './match';
import { headerMatch, inPrintedOrder, type Match, matchNamed } from './matches/index';
import { type GivenOption, GivenOptions, type OptionTable } from './options';
import type { Rule } from './rule';
import { goTo } from './targets/chain';
import { type Target, targetNamed } from './targets/index';
import { isUnmodelledOption, UNMODELLED_MATCHES } from './unmodelled';

/** A match or target whose options are still being collected. */
interface Extension<Built> {
  readonly name: string;
  readonly options: OptionTable;
  readonly given: GivenOption[];
  build(): Built;
}

/** @throws CommandError with what iptables prints, and exit status 2 */
export function parseRule(words: readonly string[]): Rule {
  return new RuleParser(words).parse();
}

class RuleParser {
  readonly #words: readonly string[];
  #at = 0;
  readonly #header: Match[] = [];
  readonly #seen = new Set<MatchModule<Match>>();
  readonly #extensions: Extension<Match | undefined>[] = [];
  #target: Extension<Target> | undefined = undefined;
  /** `-p tcp` brings the options of `-m tcp` along, if they are used. */
  #implied: MatchModule<Match> | undefined = undefined;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  parse(): Rule {
    while (this.#at < this.#words.length) this.#option();
    const target = this.#target?.build();
    const extensions = this.#extensions.map((extension) => extension.build());
    const matches = [...this.#header, ...extensions.filter((match) => match !== undefined)];
    const rule = { matches: inPrintedOrder(matches), target };
    checkRule(rule);
    return rule;
  }

  #option(): void {
    const inverted = this.#take('!');
    if (inverted && this.#words[this.#at] === '!') {
      throw parameterProblem('multiple consecutive ! not allowed');
    }
    const word = this.#next() ?? '';
    if (!word.startsWith('-')) throw badArgument(word);
    switch (word) {
      case '-m':
      case '--match':
        this.#loadMatch(this.#value(word));
        return;
      case '-j':
      case '--jump':
      case '-g':
      case '--goto':
        if (inverted) throw parameterProblem(`cannot have ! before ${word}`);
        this.#loadTarget(word);
        return;
      default:
        this.#extensionOption(word, inverted);
    }
  }

  #extensionOption(word: string, inverted: boolean): void {
    const header = headerMatch(word);
    if (header !== undefined) {
      this.#headerOption(header, word, inverted);
      return;
    }
    const owner = this.#ownerOf(word);
    if (owner === undefined) throw this.#strange(word);
    const given = this.#given(word, inverted, owner.options);
    if (owner.given.some(({ name }) => name === word)) {
      throw parameterProblem(`${owner.name}: option "${word}" can only be used once.\n`);
    }
    owner.given.push(given);
  }

  /** An option that is nobody's, or that this engine does not know of an extension that it knows. */
  #strange(word: string): CommandError {
    const names = [...this.#extensions, ...(this.#target ? [this.#target] : [])].map(
      ({ name }) => name,
    );
    if (this.#implied !== undefined) names.push(this.#implied.name);
    const owner = ['', ...names].find((name) => isUnmodelledOption(name, word));
    if (owner === undefined) return parameterProblem(`unknown option "${word}"`);
    return notModelled(owner === '' ? `option ${word}` : `option ${word} of ${owner}`);
  }

  /** The extension named last comes first, as its options shadow those of the others. */
  #ownerOf(word: string): Extension<unknown> | undefined {
    if (this.#target !== undefined && word in this.#target.options) return this.#target;
    const loaded = [...this.#extensions].reverse().find(({ options }) => word in options);
    if (loaded !== undefined) return loaded;
    if (this.#implied === undefined || !(word in this.#implied.options)) return undefined;
    return this.#load(this.#implied);
  }

  #headerOption(module: MatchModule<Match>, word: string, inverted: boolean): void {
    if (this.#seen.has(module)) {
      const [flag] = Object.keys(module.options);
      throw parameterProblem(`multiple ${flag} flags not allowed`);
    }
    this.#seen.add(module);
    const given = this.#given(word, inverted, module.options);
    const match = module.build(new GivenOptions('', [given]));
    if (match === undefined) return;
    this.#header.push(match);
    if (match.kind === 'protocol' && !inverted) {
      this.#implied = matchNamed(protocolName(match.protocol));
    }
  }

  #loadMatch(name: string): void {
    const module = matchNamed(name);
    if (module === undefined) {
      if (UNMODELLED_MATCHES.has(name)) throw notModelled(`match ${name}`);
      throw parameterProblem(`Couldn't load match \`${name}':No such file or directory\n`);
    }
    this.#load(module);
  }

  #load(module: MatchModule<Match>): Extension<Match | undefined> {
    const { name, options } = module;
    const given: GivenOption[] = [];
    const build = () => module.build(new GivenOptions(name, given));
    const extension = { name, options, given, build };
    this.#extensions.push(extension);
    return extension;
  }

  #loadTarget(word: string): void {
    const name = this.#value(word);
    if (name === '') throw parameterProblem('Invalid target name (too short)');
    if (this.#target !== undefined) throw parameterProblem('multiple -j flags not allowed');
    const module = word === '-g' || word === '--goto' ? goTo : targetNamed(name);
    const given: GivenOption[] = [];
    const build = () => module.build(new GivenOptions(name, given), name);
    this.#target = { name, options: module.options, given, build };
  }

  #given(name: string, inverted: boolean, options: OptionTable): GivenOption {
    const values: string[] = [];
    for (let count = options[name] ?? 0; count > 0; count--) values.push(this.#value(name));
    return { name, inverted, values };
  }

  #value(option: string): string {
    const value = this.#next();
    if (value !== undefined) return value;
    throw parameterProblem(`option "${option}" requires an argument`);
  }

  #take(word: string): boolean {
    if (this.#words[this.#at] !== word) return false;
    this.#at += 1;
    return true;
  }

  #next(): string | undefined {
    const word = this.#words[this.#at];
    this.#at += 1;
    return word;
  }
}
