/**
 * One node's BIRD 2 in the node's namespace: its files, how it is started and told of a new
 * configuration, and what it says of its sessions. It dies with this process, or with its namespace.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotObservedError } from '../../driver';
import type { Lab } from '../lab/lab';
import { inside, mortal, runTool, TOOL_ENVIRONMENT } from '../lab/run-tool';

const LOOK_EVERY_MS = 10;

export class Daemon {
  readonly #lab: Lab;
  readonly #node: string;
  #config = '';
  #isNew = false;
  #process: ChildProcess | undefined;

  constructor(lab: Lab, node: string) {
    this.#lab = lab;
    this.#node = node;
  }

  /** Keeps a configuration for the daemon. @returns whether it is another than before */
  configure(config: string): boolean {
    if (this.#config === config) return false;
    this.#config = config;
    this.#isNew = true;
    mkdirSync(this.#lab.folder, { recursive: true });
    writeFileSync(this.#file('conf'), config);
    return true;
  }

  /**
   * Has a daemon that runs read its new configuration, if it has one; one that somebody ended starts again
   * and takes up what it had left in the kernel (`-R`), as runit would have it on a node of Calico's.
   * @throws Error with BIRD's words where it refuses
   */
  async reload(): Promise<void> {
    if (this.#process === undefined) return;
    if (hasEnded(this.#process)) return this.#run(['-R']);
    if (!this.#isNew) return;
    const said = await this.#ask('configure');
    if (!said.includes('Reconfigur')) throw new Error(`bird on ${this.#node}: ${said}`);
    this.#isNew = false;
  }

  /** @throws NotObservedError where the daemon does not start */
  async start(): Promise<void> {
    if (this.#process === undefined) await this.#run([]);
  }

  /** Gives the kernel its routes anew: devices that they lead through may not have been there. */
  async program(): Promise<void> {
    if (this.#process !== undefined) await this.#ask('reload', 'out', 'kernel1');
  }

  /** @returns the sessions that are not up, or that the daemon does not answer */
  async complaints(): Promise<readonly string[]> {
    const said = await this.#ask('show', 'protocols');
    if (said.includes('Unable to connect')) return [`bird on ${this.#node} does not answer`];
    return said
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, protocol, , state]) => protocol === 'BGP' && state !== 'up')
      .map(([name, , , , , ...state]) => `${this.#node}: ${name} is not up (${state.join(' ')})`);
  }

  /** @returns when it has ended */
  async close(): Promise<void> {
    const child = this.#process;
    if (child === undefined || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async #run(options: readonly string[]): Promise<void> {
    const [config, socket, pidFile] = [this.#file('conf'), this.#file('ctl'), this.#file('pid')];
    rmSync(socket, { force: true });
    const words = ['bird', '-f', ...options, '-c', config, '-s', socket, '-P', pidFile];
    const [program = '', ...rest] = mortal(inside(this.#lab.namespaceOf(this.#node), words));
    const child = spawn(program, rest, { env: TOOL_ENVIRONMENT, stdio: 'ignore' });
    this.#process = child;
    while (!existsSync(socket)) {
      if (hasEnded(child))
        throw new NotObservedError(`bird does not start on ${this.#node}; is bird2 there?`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    this.#isNew = false;
  }

  async #ask(...words: readonly string[]): Promise<string> {
    const { stdout, stderr } = await runTool(['birdc', '-s', this.#file('ctl'), ...words]);
    return stdout + stderr;
  }

  #file(ending: string): string {
    return join(this.#lab.folder, `${this.#node}.${ending}`);
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
