/**
 * `calicumber run`: its arguments and options. Cucumber's own options keep Cucumber's names.
 */
import { type Command, InvalidArgumentError } from 'commander';
import { wrongUse } from '../exit-code';
import { type RunOptions, run } from '../run/run';

export function define(command: Command): void {
  command
    .description(
      'Runs features and writes a report. Exits with 0 when all scenarios held, 1 when one was\n' +
        'violated, 2 when one was not established or nothing ran.',
    )
    .argument('[features...]', 'files, folders, or file:line (default: the folder features)')
    .option(
      '--driver <name>',
      'what the features run on: sim, netns for a real kernel, kubectl for a live cluster',
      'sim',
    )
    .option('--seed <number>', 'the dice of the run', wholeNumber, 1)
    .option('--wire', 'write every frame to bytes and read it back', false)
    .option(
      '--evidence <level>',
      'pictures, hops and captures: full, or lean for those of what did not hold',
      evidence,
      'full',
    )
    .option(
      '--patience <seconds>',
      'how long a sentence may wait where time is real: "When 40 s pass" on netns',
      wholeNumber,
      10,
    )
    .option('--bgp <who>', 'on netns, who brings routes to the nodes: calicumber or bird', bgp)
    .option(
      '--engine <name>',
      'on sim, an engine that is wrong on purpose, or other by chance (see "calicumber engines")',
    )
    .option('--submission <folder>', 'what "Given the submission" brings in: manifests and scripts')
    .option('--host <node>', 'where the scripts of a submission are typed', 'k8s-m')
    .option(
      '--prove',
      'try what held where nothing is delivered, and name what holds there as well',
    )
    .option('--reports <folder>', 'where the report goes', 'reports')
    .option(
      '--watch',
      'goes on: what is saved is run again, and the report is shown at an address of this machine',
    )
    .option('--port <number>', 'with --watch, the port of that address', wholeNumber);
  addCucumbersOptions(command).action(async (features: readonly string[], options: RunOptions) => {
    if (options.watch === true) await watch(features, options);
    else if (options.port !== undefined) throw wrongUse('--port is for --watch only');
    else process.exitCode = await run(features, options);
  });
}

/** Whoever ends a watch waits for no run that is going on. */
async function watch(features: readonly string[], options: RunOptions): Promise<void> {
  process.exit(await loadWatch().watchFeatures(features, options));
}

/** Loaded by those who want it: a run that nobody watches need not wait for it. */
function loadWatch() {
  return require('../watch/watch') as typeof import('../watch/watch');
}

function addCucumbersOptions(command: Command): Command {
  return command
    .option('--tags <expression>', 'only scenarios with these tags: "@nat and not @slow"')
    .option('--name <text>', 'only scenarios of which the name matches; may be repeated', append)
    .option('--order <order>', 'defined, random or random:SEED', order)
    .option('--parallel <number>', 'how many processes share the work', wholeNumber)
    .option('--shard <index/total>', 'only this part of the scenarios: 1/3', shard)
    .option(
      '--retry <number>',
      'how often a scenario that does not hold is tried again',
      wholeNumber,
    )
    .option('--fail-fast', 'stop at the first scenario that does not hold')
    .option('--dry-run', 'only check that every sentence is known')
    .option('--language <code>', 'the language of features that name none: ko')
    .option('--format <type[:file]>', "a further formatter of Cucumber's; may be repeated", append)
    .option('--format-options <json>', "options for Cucumber's formatters", jsonObject);
}

function append(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('A whole number is wanted, such as 7.');
}

function shard(text: string): string {
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (Number(index) >= 1 && Number(index) <= Number(total)) return text;
  throw new InvalidArgumentError('The number of a part and how many there are is wanted: 1/3.');
}

function evidence(text: string): string {
  if (/^(full|lean)$/.test(text)) return text;
  throw new InvalidArgumentError('One of full and lean is wanted.');
}

function bgp(text: string): string {
  if (/^(calicumber|bird)$/.test(text)) return text;
  throw new InvalidArgumentError('One of calicumber and bird is wanted.');
}

function order(text: string): string {
  if (/^(defined|random|random:.+)$/.test(text)) return text;
  throw new InvalidArgumentError('One of defined, random and random:SEED is wanted.');
}

function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below: the text is no object of JSON.
  }
  throw new InvalidArgumentError(
    'An object in JSON is wanted: {"snippetInterface": "async-await"}.',
  );
}
