/**
 * `calicoctl apply`, `create`, `replace` and `delete`: each has its own sentence for what went well and
 * what did not (calicoctl/commands/apply.go and the others).
 */
import { type CommandInput, type CommandResult, printed } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import { FatalError } from './calico-error';
import { forEachWanted, goList, type Outcome, wantedResources } from './config-command';
import { apply, create, remove, update } from './datastore';
import type { ParsedWords } from './parse-words';

export type Write = (words: ParsedWords, cluster: Cluster, input: CommandInput) => CommandResult;

export const runApply: Write = (words, cluster, input) => {
  const wanted = wantedResources(words, input);
  const outcome = forEachWanted(wanted, words, (one) => apply(cluster, one));
  return tell(outcome, 'apply', 'applied', 'Hit error(s)');
};

export const runCreate: Write = (words, cluster, input) => {
  const skips = words.flags.has('--skip-exists') ? 'exists' : undefined;
  const wanted = wantedResources(words, input);
  const outcome = forEachWanted(wanted, words, (one) => create(cluster, one), skips);
  return tell(outcome, 'create', 'created', 'Hit error');
};

/** Counts what it could not replace among what it could: real calicoctl does. */
export const runReplace: Write = (words, cluster, input) => {
  const outcome = forEachWanted(wantedResources(words, input), words, (one) =>
    update(cluster, one),
  );
  const { total, errors, singleKind } = outcome;
  const last = errors.at(-1);
  if (last === undefined) return tell(outcome, 'replace', 'replaced', 'Hit error');
  const what = singleKind === undefined ? 'resources' : `'${singleKind}' resources`;
  throw new FatalError(
    `Hit error: ${last}`,
    `Partial success: replaced the first ${total} out of ${total} ${what}:\n`,
  );
};

export const runDelete: Write = (words, cluster, input) => {
  const skips = words.flags.has('--skip-not-exists') ? 'missing' : undefined;
  const wanted = wantedResources(words, input);
  if (wanted.length === 0) return printed('No resources specified\n');
  if (!words.values.has('--filename') && words.operands.length === 1) {
    throw new FatalError('resource name may not be empty');
  }
  const outcome = forEachWanted(wanted, words, (one) => remove(cluster, one), skips);
  const { handled, errors, singleKind } = outcome;
  const stdout = handled > 0 ? success('deleted', outcome) : '';
  if (errors.length === 0) return printed(stdout);
  const what = singleKind === undefined ? 'resource' : `'${singleKind}' resource`;
  // Each error ends its line, and so does the message that they make together.
  const complaints = errors.map((error) => `Failed to delete ${what}: ${error}\n`);
  throw new FatalError(complaints.join(''), stdout);
};

function tell(outcome: Outcome, verb: string, done: string, hit: string): CommandResult {
  const { total, handled, errors, singleKind } = outcome;
  if (total === 0) return printed('No resources specified\n');
  if (errors.length === 0) return printed(success(done, outcome));
  if (handled === 0) {
    const any = total === 1 ? '' : 'any ';
    const plural = total === 1 ? 'resource' : 'resources';
    const what = singleKind === undefined ? 'resources' : `'${singleKind}' ${plural}`;
    throw new FatalError(`Failed to ${verb} ${any}${what}: ${goList(errors)}`);
  }
  const what = singleKind === undefined ? 'resources' : `'${singleKind}' resources`;
  const isSaid = handled > errors.length;
  throw new FatalError(
    `${hit}: ${goList(errors)}`,
    isSaid ? `Partial success: ${done} the first ${handled} out of ${total} ${what}:\n` : '',
  );
}

function success(done: string, { handled, singleKind }: Outcome): string {
  const kind = singleKind === undefined ? '' : `'${singleKind}' `;
  return `Successfully ${done} ${handled} ${kind}resource(s)\n`;
}
