/**
 * A watch as a child process, as somebody types it: in a folder of its own, with saves and what the terminal
 * then says.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BIN = join(__dirname, '..', 'calicumber.js');

/** What is not said by then is never said. */
const PATIENCE_MS = 40_000;
/** Longer than a watch waits for more saves and looks again. */
const SILENCE_MS = 250;

export const POD = `apiVersion: v1
kind: Pod
metadata: {name: pod1}
spec: {nodeName: k8s-w1, containers: [{name: pod1, image: nicolaka/netshoot}]}
`;

/** Scenarios with these names and addresses, of which only 8.8.8.8 answers. */
export function pings(scenarios: Readonly<Record<string, string>>, manifest = 'pod'): string {
  const texts = Object.entries(scenarios).map(
    ([name, address]) => `  Scenario: ${name}
    Given the manifests "${manifest}"
    When pod1 pings ${address}
    Then the ping succeeds
`,
  );
  return `Feature: pings\n\n${texts.join('\n')}`;
}

export class Watching {
  readonly folder = mkdtempSync(join(tmpdir(), 'calicumber-watch-'));
  #child: ChildProcess | undefined;
  #said = '';
  /** How much of it was waited for. */
  #heard = 0;
  #tellMore = (): void => {};

  path(name: string): string {
    return join(this.folder, name);
  }

  /** As many editors save: nobody ever sees half of it. */
  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path('unfinished'), text);
    renameSync(this.path('unfinished'), this.path(name));
  }

  /** @returns where the page is shown */
  async start(...words: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [BIN, 'run', '--watch', ...words], {
      cwd: this.folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#said += text;
        this.#tellMore();
      });
    }
    const said = await this.hear(/also (http:\S+)\n/);
    return /also (\S+)/.exec(said)?.[1] ?? '';
  }

  /**
   * Waits until something is said that was not heard before.
   * @returns all that was said up to its end
   * @throws Error where it is not said
   */
  async hear(wanted: RegExp): Promise<string> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const rest = this.#said.slice(this.#heard);
      const found = wanted.exec(rest);
      if (found !== null) {
        const length = found.index + found[0].length;
        this.#heard += length;
        return rest.slice(0, length);
      }
      if (performance.now() > end) throw new Error(`${wanted} was not said, but\n${rest}`);
      await this.#more();
    }
  }

  /** All that is said until a run is over, from where somebody last listened. */
  run(): Promise<string> {
    return this.hear(/^\d+ scenarios?.*\n/m);
  }

  /** Waits until nothing is said any more, and forgets what was said till then. */
  async silence(): Promise<void> {
    do {
      this.#heard = this.#said.length;
      await pause(SILENCE_MS);
    } while (this.#heard < this.#said.length);
  }

  /** All that was said and not heard. */
  get unheard(): string {
    return this.#said.slice(this.#heard);
  }

  /** @returns the exit status, or the signal that ended it */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<unknown> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return child?.exitCode;
    child.kill(signal);
    const [status, killer] = await once(child, 'exit');
    return status ?? killer;
  }

  clear(): void {
    this.#child?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true });
  }

  /** Waits for more to be said, or a moment. */
  #more(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 100);
      this.#tellMore = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
