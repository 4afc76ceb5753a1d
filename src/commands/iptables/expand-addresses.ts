/**
 * `-s A,B -d C,D` stands for a rule of each pair (`xtables_ipparse_multiple`, libxtables/xtables.c).
 */
import { parameterProblem } from '../../netfilter/command-error';

const OPTIONS: ReadonlySet<string> = new Set(['-s', '-d']);

/** @returns the words of each rule, in the order in which `-A` appends them */
export function expandAddresses(rule: readonly string[]): readonly (readonly string[])[] {
  let rules: readonly (readonly string[])[] = [[]];
  for (let at = 0; at < rule.length; at++) {
    const word = rule[at] ?? '';
    const values = OPTIONS.has(word) ? (rule[at + 1] ?? '').split(',') : [];
    if (values.length < 2) {
      rules = rules.map((words) => [...words, word]);
      continue;
    }
    if (rule[at - 1] === '!') {
      throw parameterProblem('! not allowed with multiple source or destination IP addresses');
    }
    at += 1;
    rules = rules.flatMap((words) => values.map((value) => [...words, word, value]));
  }
  return rules;
}
