/**
 * calicoctl: what it is told to do, and how it speaks when it cannot (calicoctl/calicoctl.go). A
 * command's words are read as docopt reads them.
 */
import { type CommandInput, type CommandResult, failed, printed } from '../../../commands/command';
import { CommandError } from '../../../netfilter/command-error';
import type { Cluster } from '../../cluster';
import type { ClusterCommand } from '../cluster-command';
import { FatalError } from './calico-error';
import { dispatch } from './dispatch';
import { get } from './get';
import { helpText, usageText } from './help-text';
import { ipamCheck } from './ipam-check';
import { ipamConfigure } from './ipam-configure';
import { ipamRelease } from './ipam-release';
import { ipamShow } from './ipam-show';
import { label } from './label';
import { nodeStatus } from './node-status';
import { type ParsedWords, parseWords } from './parse-words';
import { patch } from './patch';
import { type CommandName, USAGES } from './usages';
import { version } from './version';
import { runApply, runCreate, runDelete, runReplace } from './write';

/** @param host where it is typed: the name of a node */
type Body = (
  words: ParsedWords,
  cluster: Cluster,
  input: CommandInput,
  host: string,
) => CommandResult;

const BODIES: Readonly<Record<CommandName, Body>> = {
  apply: runApply,
  create: runCreate,
  delete: runDelete,
  get,
  'ipam check': ipamCheck,
  'ipam configure': ipamConfigure,
  'ipam release': ipamRelease,
  'ipam show': ipamShow,
  label,
  'node status': nodeStatus,
  patch,
  replace: runReplace,
  version,
};

export const calicoctl: ClusterCommand = {
  reads(words) {
    try {
      const chosen = dispatch(words);
      if (chosen.kind === 'answer') return [];
      const parsed = parseWords(chosen.rest, USAGES[chosen.name]);
      return parsed.kind === 'words' ? filesOf(parsed.words) : [];
    } catch (error) {
      if (error instanceof CommandError || error instanceof FatalError) return [];
      throw error;
    }
  },
  run(words, cluster, host, input) {
    try {
      const chosen = dispatch(words);
      if (chosen.kind === 'answer') return chosen.result;
      const usage = USAGES[chosen.name];
      const parsed = parseWords(chosen.rest, usage);
      if (parsed.kind === 'help') return printed(`${helpText(usage)}\n`);
      if (parsed.kind === 'misuse') return failed(usageText(usage, parsed.complaint), 1);
      return BODIES[chosen.name](parsed.words, cluster, input, host);
    } catch (error) {
      if (error instanceof CommandError) return failed(error.message, error.exitStatus);
      if (!(error instanceof FatalError)) throw error;
      const stderr = error.message === '' ? '' : `${error.message}\n`;
      return { stdout: error.stdout, stderr, exit: 1 };
    }
  },
};

/** The resources, and the template to print them with. */
function filesOf({ values }: ParsedWords): readonly string[] {
  const [, template] = /^go-template-file=(.+)$/.exec(values.get('--output') ?? '') ?? [];
  const files = [values.get('--filename'), template];
  return files.flatMap((path) => (path === undefined || path === '-' ? [] : [path]));
}
