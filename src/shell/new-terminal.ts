/**
 * A terminal on a cluster's host: lines are gathered until they are a command, and run in the place
 * where their user is.
 */
import type { BashExecResult } from 'just-bash';
import { InvariantError, invariant } from '../base/invariant';
import type { Cluster } from '../cluster/cluster';
import { explainStop } from './explain-stop';
import { keepFunctions } from './language/functions';
import type { ScriptNode } from './language/tree';
import { LINES_LENGTH_MAX } from './limits';
import { enter, type Place, promptOf } from './place';
import type { Answer, Terminal } from './terminal';
import { type Move, newThread, type Thread } from './time/thread';
import { type ShellWorld, worldOf } from './world';

/**
 * Logs somebody in.
 * @param host of the network's hosts: `k8s-m`, `default/pod1`
 */
export function newTerminal(cluster: Cluster, host: string): Terminal {
  const world = worldOf(cluster);
  const shell = world.shellOf(host);
  invariant(shell !== undefined, `somebody logs in on ${host}, which there is`);
  return new TerminalOnHost(world, enter(shell, { host, shell: 'bash', isLogin: true }, {}));
}

const NOTHING: Answer = { stdout: '', stderr: '', exit: 0 };
const EXIT_SYNTAX = 2;

class TerminalOnHost implements Terminal {
  readonly #world: ShellWorld;
  /** Where he is stands last. */
  readonly #places: Place[];
  #pending = '';
  #exit = 0;

  constructor(world: ShellWorld, place: Place) {
    this.#world = world;
    this.#places = [place];
  }

  get host(): string {
    return this.#places.at(-1)?.host.name ?? '';
  }

  get commands(): readonly string[] {
    return this.#places.at(-1)?.host.commands ?? [];
  }

  get prompt(): string {
    const place = this.#places.at(-1);
    if (place === undefined) return '';
    return this.isComplete ? promptOf(place) : '> ';
  }

  get isComplete(): boolean {
    return this.#pending === '';
  }

  get isClosed(): boolean {
    return this.#places.length === 0;
  }

  async type(lines: string): Promise<Answer> {
    const answers: Answer[] = [];
    for (const line of lines.replace(/\n$/, '').split('\n')) {
      const place = this.#places.at(-1);
      if (place === undefined) break;
      this.#pending += this.#pending === '' ? line : `\n${line}`;
      answers.push(await this.#tryPending(place));
    }
    return {
      stdout: answers.map(({ stdout }) => stdout).join(''),
      stderr: answers.map(({ stderr }) => stderr).join(''),
      exit: this.#exit,
    };
  }

  returnHome(): void {
    this.#places.splice(1);
  }

  interrupt(): void {
    this.#pending = '';
    this.#exit = 130;
  }

  async #tryPending(place: Place): Promise<Answer> {
    const text = this.#pending;
    if (text.length > LINES_LENGTH_MAX) {
      this.#pending = '';
      return this.#refuse('calicumber: stopped: a command may have a mebibyte\n', 126);
    }
    const parsed = await place.host.parse(text);
    if (parsed.kind === 'incomplete') return NOTHING;
    this.#pending = '';
    if (parsed.kind === 'wrong') return this.#refuse(parsed.message, EXIT_SYNTAX);
    if (parsed.script.statements.length === 0) return NOTHING;
    return this.#run(place, parsed.script);
  }

  #refuse(stderr: string, exit: number): Answer {
    this.#exit = exit;
    return { stdout: '', stderr, exit };
  }

  async #run(place: Place, script: ScriptNode): Promise<Answer> {
    const { host } = place;
    keepFunctions(script, place.functions);
    const thread = newThread(true, [...place.functions.values()]);
    let result: BashExecResult | undefined;
    const body = async () => {
      result = await host.runLine(script, {
        env: place.env,
        functions: thread.functions,
        status: this.#exit,
      });
    };
    await this.#world.timeline.see(thread, body, () => undefined);
    if (result === undefined) throw new InvariantError('a line that was run has a result');
    const told = explainStop(result);
    place.env = result.env;
    this.#exit = told.exit;
    const background = host.jobs.takeOutput();
    this.#move(thread, told.isStopped);
    return {
      stdout: told.stdout + background.stdout,
      stderr: told.stderr + background.stderr,
      exit: this.#exit,
    };
  }

  #move({ move, hasReachedEnd }: Thread, isStopped: boolean): void {
    if (!hasReachedEnd && !isStopped) this.#places.pop();
    else if (move !== undefined) this.#enter(move);
  }

  #enter(move: Move): void {
    const shell = this.#world.shellOf(move.host);
    const before = this.#places.at(-1);
    if (shell !== undefined) this.#places.push(enter(shell, move, before?.env ?? {}));
  }
}
