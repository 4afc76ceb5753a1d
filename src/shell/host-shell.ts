/**
 * The shell of one host: its files, its commands and its jobs. Whoever types there has a place of his
 * own (a directory, variables); all else is the host's.
 */
import type { Bash, BashExecResult, CommandName } from 'just-bash';
import type { CommandResult, Distribution } from '../commands/command';
import type { Netns } from '../kernel/netns';
import { commandNames, customCommands, hasCommand } from './commands';
import { exportedAtLogin, loginEnvironment } from './environment';
import { showGrowth } from './files/growing-files';
import { filesOf, type HostFiles } from './files/host-files';
import { type Destinations, destinationsOf } from './jobs/destinations';
import { type JobNature, JobTable } from './jobs/job-table';
import { judge, type Parsed } from './language/completeness';
import { library } from './language/library';
import { asTyped, HIDDEN, rewrite, withEnd } from './language/rewrite';
import {
  commandOf,
  type FunctionNode,
  pipelineOf,
  type ScriptNode,
  type StatementNode,
  statementOf,
  wordOf,
} from './language/tree';
import { LIMITS } from './limits';
import type { ShellWorld } from './world';

/** What a script begins with. */
export interface Setting {
  readonly env: Readonly<Record<string, string>>;
  readonly functions?: readonly FunctionNode[];
  /** Arrays and options, as statements that bring them about. */
  readonly state?: readonly StatementNode[];
  /** `$?`. */
  readonly status?: number;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
}

export type HostRole = 'node' | 'pod' | 'outside';

export class HostShell {
  readonly world: ShellWorld;
  readonly netns: Netns;
  readonly role: HostRole;
  readonly jobs = new JobTable();
  readonly files: HostFiles;
  readonly #bash: Bash;
  readonly #background: StatementNode[] = [];
  /** Aliases are known, as at a prompt. */
  readonly #isReady: Promise<unknown>;
  /** What the next script is to be in place of the text that it is given as. */
  #next: ((script: ScriptNode) => ScriptNode) | undefined;

  constructor(world: ShellWorld, netns: Netns) {
    this.world = world;
    this.netns = netns;
    this.role = roleOf(world, netns.name);
    this.files = filesOf(netns, this.role);
    showGrowth(this.files.files, (path) => this.jobs.growthOf(path));
    this.#bash = new (library().Bash)({
      fs: this.files.files,
      cwd: '/root',
      env: exportedAtLogin(this.hostname),
      processInfo: { pid: 1, ppid: 0, uid: 0, gid: 0 },
      defenseInDepth: false,
      executionLimitProfile: 'hardened',
      executionLimits: LIMITS,
      customCommands: customCommands(this),
      commands: realCommands(),
    });
    this.#bash.registerTransformPlugin({
      name: 'calicumber',
      transform: ({ ast }) => ({ ast: this.#prepare(ast) }),
    });
    this.#isReady = this.#bash.exec('shopt -s expand_aliases');
  }

  get name(): string {
    return this.netns.name;
  }

  /** A pod's network namespace is called `namespace/pod`; inside, the pod is just `pod`. */
  get hostname(): string {
    return this.name.slice(this.name.lastIndexOf('/') + 1);
  }

  get distribution(): Distribution {
    return this.role === 'node' ? 'ubuntu-22.04' : 'debian-12';
  }

  /** Of ours and of the library's; those with an underscore are nobody's to type. */
  get commands(): readonly string[] {
    const names = new Set<string>([...commandNames(this), ...realCommands()]);
    return [...names].filter((name) => !name.startsWith('_'));
  }

  hasCommand(name: string): boolean {
    return hasCommand(this, name);
  }

  /** Reads a text without running anything. */
  async parse(text: string): Promise<Parsed> {
    await this.#isReady;
    let script: ScriptNode | undefined;
    this.#next = (parsed) => {
      script = parsed;
      return { type: 'Script', statements: [] };
    };
    const { stderr } = await this.#bash.exec(text, { rawScript: true });
    this.#next = undefined;
    if (script === undefined && stderr === '') script = { type: 'Script', statements: [] };
    return judge(text, script, stderr);
  }

  /** Runs what was typed: the last thing that it does is to say that it came to its end. */
  runLine(script: ScriptNode, setting: Setting): Promise<BashExecResult> {
    return this.#run(withEnd(rewrite(script, (statement) => this.#keep(statement))), setting);
  }

  /** Runs a statement that was sent to the background. */
  runJob(number: number, setting: Setting): Promise<BashExecResult> {
    const statement = this.#background[number];
    const statements = statement === undefined ? [] : [statement];
    return this.#run({ type: 'Script', statements }, setting);
  }

  /** What is to be known of a job before it begins. */
  describeJob(number: number, directory: string): JobNature {
    const { pipelines = [], sourceText = '' } = this.#background[number] ?? {};
    const text = sourceText.replace(/\s*&\s*$/, '');
    const commands = pipelines.flatMap((pipeline) => pipeline.commands).map(asTyped);
    const isScript = pipelines.length > 1 || commands.some(({ type }) => type !== 'SimpleCommand');
    const [command] = commands;
    const isOne = !isScript && commands.length === 1 && command !== undefined;
    const { files } = this.files;
    const destinations = isOne
      ? destinationsOf(command.redirections, (path) => files.resolvePath(directory, path))
      : UNKNOWN;
    return { text, destinations, isScript };
  }

  /** Runs a text as a shell of its own does, in the thread whose turn it is. */
  async runText(text: string, stdin: string): Promise<CommandResult> {
    const env = loginEnvironment(this.hostname);
    const options = { rawScript: true, replaceEnv: true, env, cwd: env.PWD, stdin };
    await this.#isReady;
    return resultOf(await this.#bash.exec(text, { ...options, stdinKind: 'bytes' }));
  }

  /** Runs one command whose words nobody reads anew. */
  async runWords(words: readonly string[], stdin: string): Promise<CommandResult> {
    const [name = '', ...args] = words;
    const env = loginEnvironment(this.hostname);
    const result = await this.#bash.exec(`'${name.replaceAll("'", "'\\''")}'`, {
      rawScript: true,
      replaceEnv: true,
      env,
      cwd: env.PWD,
      stdin,
      stdinKind: 'bytes',
      args,
    });
    return resultOf(result);
  }

  async #run(
    script: ScriptNode,
    { env, functions = [], state = [], status = 0, stdin, signal }: Setting,
  ) {
    const known = [...state, ...functions.map((one) => statementOf(pipelineOf(one)))];
    if (status !== 0)
      known.push(statementOf(pipelineOf(commandOf(HIDDEN.status, wordOf(String(status))))));
    await this.#isReady;
    this.#next = () => ({ ...script, statements: [...known, ...script.statements] });
    return this.#bash.exec(':', {
      rawScript: true,
      replaceEnv: true,
      env: { ...env },
      cwd: env['PWD'] ?? '/',
      ...(stdin === undefined ? {} : { stdin, stdinKind: 'bytes' }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** Called by the library as soon as it has read a script, before anything waits. */
  #prepare(script: ScriptNode): ScriptNode {
    const next = this.#next;
    this.#next = undefined;
    return next === undefined ? rewrite(script, (it) => this.#keep(it)) : next(script);
  }

  #keep(statement: StatementNode): number {
    return this.#background.push(statement) - 1;
  }
}

const UNKNOWN: Destinations = { stdout: 'unknown', stderr: 'unknown' };

function resultOf({ stdout, stderr, exitCode }: BashExecResult): CommandResult {
  return { stdout, stderr, exit: exitCode };
}

function realCommands(): CommandName[] {
  const names = library().getCommandNames() as CommandName[];
  return names.filter((name) => !UNREAL.includes(name));
}

/** What the library has and no host does. */
const UNREAL: readonly string[] = [
  'html-to-markdown',
  'python',
  'python3',
  'sqlite3',
  'rg',
  'xan',
  'yq',
  'help',
  'history',
];

function roleOf({ cluster }: ShellWorld, name: string): HostRole {
  const { model, endpoints } = cluster.control;
  if (model.nodes.some((node) => node.name === name)) return 'node';
  return endpoints.some(({ netns }) => netns === name) ? 'pod' : 'outside';
}
