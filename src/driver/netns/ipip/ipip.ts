/**
 * Where IPIP comes from on this machine: the kernel's own module where it is loaded, else a stand-in of
 * ours, `stand-in.py`, one process for all hosts of a lab. A module that is not there is never loaded:
 * that would make a device outside of the lab.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileOf } from '../lab/namespace-file';
import { mortal, TOOL_ENVIRONMENT } from '../lab/run-tool';

export function ipipOfThisKernel(): 'kernel' | 'stand-in' {
  return existsSync('/sys/module/ipip') ? 'kernel' : 'stand-in';
}

export class IpipStandIn {
  #child: ChildProcess | undefined;
  #lines: Interface | undefined;
  #last: Promise<void> = Promise.resolve();

  /** Takes over a TUN device. @throws Error where that fails, with Python's words */
  attach(namespace: string, device: string): Promise<void> {
    this.#last = this.#last.then(() => this.#attach(namespace, device));
    return this.#last;
  }

  /** @returns when the process has ended */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async #attach(namespace: string, device: string): Promise<void> {
    const child = this.#start();
    child.stdin?.write(`attach ${fileOf(namespace)} ${device}\n`);
    const answer = await this.#answer();
    if (answer !== 'ok') throw new Error(`the stand-in for IPIP cannot take ${device}: ${answer}`);
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const [program = '', ...words] = mortal([
      'python3',
      '-S',
      '-E',
      join(__dirname, 'stand-in.py'),
    ]);
    const child = spawn(program, words, {
      env: TOOL_ENVIRONMENT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (child.stdout !== null) this.#lines = createInterface({ input: child.stdout });
    this.#child = child;
    return child;
  }

  #answer(): Promise<string> {
    return new Promise((resolve) => {
      this.#child?.once('close', () => resolve('it ended'));
      this.#child?.once('error', (error) => resolve(error.message));
      this.#lines?.once('line', resolve);
    });
  }
}
