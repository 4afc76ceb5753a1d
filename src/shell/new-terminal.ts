/**
 * A terminal on a cluster's host: lines are gathered until they are a command, and run in the place
 * where their user is.
 */
import { invariant } from '../base/invariant';
import type { Cluster } from '../cluster/cluster';
import type { Told } from './explain-stop';
import type { Parsed } from './language/completeness';
import { LINES_LENGTH_MAX } from './limits';
import { PendingLines } from './pending-lines';
import { enter, type Place, promptOf } from './place';
import { runLine } from './run-line';
import type { Answer, Terminal } from './terminal';
import type { Move } from './time/thread';
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

const NOTHING: Told = { stdout: '', stderr: '', exit: 0, isStopped: false };
const TOO_LONG = 'calicumber: stopped: more than a mebibyte was typed at once\n';
const EXIT_SYNTAX = 2;
const EXIT_LIMIT = 126;
const EXIT_INTERRUPTED = 130;

class TerminalOnHost implements Terminal {
  readonly #world: ShellWorld;
  /** Where he is stands last. */
  readonly #places: Place[];
  readonly #lines = new PendingLines();
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
    return this.#lines.isEmpty;
  }

  get isClosed(): boolean {
    return this.#places.length === 0;
  }

  async type(lines: string): Promise<Answer> {
    if (lines.length > LINES_LENGTH_MAX) return this.#refuse(TOO_LONG, EXIT_LIMIT);
    let stdout = '';
    let stderr = '';
    const typed = lines.replace(/\n$/, '').split('\n');
    for (const [index, line] of typed.entries()) {
      const place = this.#places.at(-1);
      if (place === undefined) break;
      const parsed = await this.#lines.add(line, index === typed.length - 1, place.host);
      const answer = await this.#carryOut(parsed, place);
      stdout += answer.stdout;
      stderr += answer.stderr;
      if (answer.isStopped) break;
    }
    return { stdout, stderr, exit: this.#exit };
  }

  returnHome(): void {
    this.#places.splice(1);
  }

  interrupt(): void {
    this.#lines.forget();
    this.#exit = EXIT_INTERRUPTED;
  }

  async #carryOut(parsed: Parsed, place: Place): Promise<Told> {
    if (parsed.kind === 'incomplete') return NOTHING;
    if (parsed.kind === 'wrong') return this.#refuse(parsed.message, EXIT_SYNTAX);
    if (parsed.script.statements.length === 0) return NOTHING;
    const { script } = parsed;
    const outcome = await this.#world.oneAfterTheOther(() =>
      runLine(this.#world, place, script, this.#exit),
    );
    this.#exit = outcome.exit;
    if (outcome.hasLeft) this.#places.pop();
    else if (outcome.move !== undefined) this.#enter(outcome.move, place);
    return outcome;
  }

  #refuse(stderr: string, exit: number): Told {
    this.#exit = exit;
    return { stdout: '', stderr, exit, isStopped: false };
  }

  #enter(move: Move, before: Place): void {
    const shell = this.#world.shellOf(move.host);
    if (shell !== undefined) this.#places.push(enter(shell, move, before.env));
  }
}
