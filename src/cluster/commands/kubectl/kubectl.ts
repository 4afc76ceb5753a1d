/**
 * `kubectl`, as of release 1.30: finds the verb, reads its options and lets it run. What it prints is
 * k8s.io/kubectl's, to the letter.
 */
import type { CommandInput, CommandResult } from '../../../commands/command';
import { failed, notModelled, printed } from '../../../commands/command';
import { CommandError } from '../../../netfilter/command-error';
import type { Cluster } from '../../cluster';
import type { ClusterCommand, HandOver } from '../cluster-command';
import { KubectlError, ownError } from './complaint';
import { readFlags, type Words } from './flags';
import { GLOBAL_FLAGS } from './global-flags';
import { helpOf, overview } from './help';
import type { Verb } from './verb';
import { didYouMeanVerb } from './verb-suggestion';
import { findVerb, verbs } from './verbs/index';

export const kubectl: ClusterCommand = {
  reads(words) {
    try {
      const { verb, rest } = splitVerb(words);
      return readVerb(verb, rest)
        .texts('filename')
        .flatMap((list) => list.split(','))
        .filter((name) => name !== '-');
    } catch (error) {
      if (error instanceof CommandError) return [];
      throw error;
    }
  },

  run(words, cluster, host, input) {
    try {
      return runVerb(words, cluster, host, input);
    } catch (error) {
      if (error instanceof CommandError) return failed(error.message, error.exitStatus);
      throw error;
    }
  },
};

function runVerb(
  words: readonly string[],
  cluster: Cluster,
  host: string,
  input: CommandInput,
): CommandResult | HandOver {
  if (isPleaForHelp(words)) return printed(overview());
  const { verb, rest } = splitVerb(words);
  // Nobody knows the options of what is not modelled.
  if (verb.isUnmodelled) throw notModelled(`kubectl ${verb.name}`);
  const part = verb.unmodelledPart?.(rest);
  if (part !== undefined) throw notModelled(`kubectl ${verb.name} ${part}`);
  const read = readVerb(verb, rest);
  if (read.isOn('help')) return printed(helpOf(verb));
  const unmodelled = verb.flags.find(({ name, isUnmodelled }) => isUnmodelled && read.has(name));
  if (unmodelled !== undefined) throw notModelled(`kubectl ${verb.name} --${unmodelled.name}`);
  const namespace = read.text('namespace') || 'default';
  return verb.run({ words: read, cluster, host, input, namespace });
}

function isPleaForHelp(words: readonly string[]): boolean {
  return words.length === 0 || (words.length === 1 && /^(-h|--help|help)$/.test(words[0] ?? ''));
}

function readVerb(verb: Verb, rest: readonly string[]): Words {
  return readFlags(rest, [...verb.flags, ...GLOBAL_FLAGS], verb.name);
}

/** The verb is the first word that is no option; `kubectl -n web get pods` has one before it. */
function splitVerb(words: readonly string[]): { readonly verb: Verb; rest: readonly string[] } {
  const at = verbPlace(words);
  const name = words[at];
  if (name === undefined) {
    readFlags(words, GLOBAL_FLAGS, '');
    throw new KubectlError(overview(), 0);
  }
  const verb = findVerb(name);
  if (verb === undefined) {
    const hint = didYouMeanVerb(
      name,
      verbs.map((one) => one.name),
    );
    throw ownError(`unknown command "${name}" for "kubectl"${hint}`);
  }
  return { verb, rest: [...words.slice(0, at), ...words.slice(at + 1)] };
}

function verbPlace(words: readonly string[]): number {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) return at;
    at += takesNextWord(word) ? 2 : 1;
  }
  return at;
}

function takesNextWord(word: string): boolean {
  const flag = GLOBAL_FLAGS.find(
    ({ name, letter }) => word === `--${name}` || (letter !== undefined && word === `-${letter}`),
  );
  return flag !== undefined && flag.takes !== 'switch';
}
