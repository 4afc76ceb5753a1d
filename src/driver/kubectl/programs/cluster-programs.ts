/**
 * kubectl and calicoctl, both tied to one context, so that a change of the current context while a
 * scenario runs leads nowhere else.
 */
import { NotObservedError } from '../../driver';
import { complaintOf, isNotFound } from './complaint';
import { type ProgramResult, runProgram } from './run-program';

interface Wish {
  readonly stdin?: string;
  readonly patienceMs?: number;
}

/** What a program in a container said, told apart from what kubectl says of it. */
export interface ExecResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

const ENDED = /(?:^|\n)command terminated with exit code (\d+)\n?$/;
const NO_PROGRAM = /exec: "([^"]+)": (?:executable file not found|stat [^:]+: no such file)/;

export class ClusterPrograms {
  readonly #context: string;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(context: string, environment: NodeJS.ProcessEnv) {
    this.#context = context;
    this.#environment = environment;
  }

  /** @returns what it printed @throws NotObservedError, or RefusedError where the API server refuses */
  async kubectl(words: readonly string[], wish: Wish = {}): Promise<string> {
    return said(`kubectl ${words.slice(0, 2).join(' ')}`, await this.#kubectl(words, wish));
  }

  async calicoctl(words: readonly string[], wish: Wish = {}): Promise<string> {
    const what = `calicoctl ${words.slice(0, 2).join(' ')}`;
    return said(what, await this.#calicoctl(words, wish));
  }

  /** A list or a resource. */
  async kubectlJson(words: readonly string[]): Promise<unknown> {
    return parsed('kubectl', words, await this.kubectl([...words, '-o', 'json']));
  }

  async calicoctlJson(words: readonly string[]): Promise<unknown> {
    return parsed('calicoctl', words, await this.calicoctl([...words, '-o', 'json']));
  }

  /** `undefined` where there is no such resource. */
  async kubectlGet(words: readonly string[]): Promise<unknown> {
    const result = await this.#kubectl(['get', ...words, '-o', 'json'], {});
    if (result.exit !== 0 && isNotFound(result.stderr)) return undefined;
    return parsed('kubectl', words, said(`kubectl get ${words.join(' ')}`, result));
  }

  /**
   * Runs a program in a pod's first container.
   * @param place namespace and name of the pod
   * @throws NotObservedError where the container has no such program, or kubectl gets no further
   */
  async exec(
    place: readonly [string, string],
    words: readonly string[],
    wish: Wish = {},
  ): Promise<ExecResult> {
    const { stdout, stderr, exit } = await this.execBytes(place, words, wish);
    return { stdout: stdout.toString('utf8'), stderr, exit };
  }

  async execBytes(
    [namespace, pod]: readonly [string, string],
    words: readonly string[],
    wish: Wish = {},
  ): Promise<ProgramResult> {
    const input = wish.stdin === undefined ? [] : ['-i'];
    const call = ['exec', ...input, '-n', namespace, pod, '--', ...words];
    const { stdout, stderr, exit } = await this.#kubectl(call, wish);
    const missing = NO_PROGRAM.exec(stderr)?.[1];
    if (missing !== undefined) {
      throw new NotObservedError(`the image of ${namespace}/${pod} has no ${missing}`);
    }
    const ended = ENDED.exec(stderr);
    if (exit !== 0 && ended === null) throw complaintOf(`kubectl exec in ${pod}`, stderr);
    if (ended === null) return { stdout, stderr, exit };
    const own = stderr.slice(0, ended.index + (ended[0].startsWith('\n') ? 1 : 0));
    return { stdout, stderr: own, exit: Number(ended[1]) };
  }

  #kubectl(words: readonly string[], wish: Wish): Promise<ProgramResult> {
    const call = ['kubectl', '--context', this.#context, ...words];
    return runProgram(call, { ...wish, environment: this.#environment });
  }

  /** Older releases than the cluster's refuse to speak to it, where nothing is told them. */
  #calicoctl(words: readonly string[], wish: Wish): Promise<ProgramResult> {
    const call = ['calicoctl', ...words, `--context=${this.#context}`, '--allow-version-mismatch'];
    const environment = { ...this.#environment, DATASTORE_TYPE: 'kubernetes' };
    return runProgram(call, { ...wish, environment });
  }
}

function said(what: string, { stdout, stderr, exit }: ProgramResult): string {
  if (exit !== 0) throw complaintOf(what, stderr);
  return stdout.toString('utf8');
}

function parsed(program: string, words: readonly string[], text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotObservedError(`${program} ${words.join(' ')} printed something that is no JSON`);
  }
}
