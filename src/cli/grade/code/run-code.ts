/**
 * Features with steps of a student's own, run to judge them. The engine stays here, and the sandboxed process
 * does not know which one it is: right, dead or wrong in some way. What it says of its scenarios is worth
 * something only because it must differ from engine to engine, and nothing but the engine's answers differs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Envelope } from '@cucumber/messages';
import { newDriver } from '../../../../steps/support/drivers';
import { DriverService } from '../../../driver/remote/serve';
import { UngradableError } from '../../../grade/submissions/submission';
import { type RunRecord, RunRecorder } from '../../run/run-record';
import type { Judging } from '../judge/run-features';
import { sandboxWords } from './sandbox';

export interface CodeRun extends Judging {
  /** The student's, with the features and the code. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly code: readonly string[];
}

/** For one run of all features, of which there is one for each engine. */
const SECONDS = 10;
/** Of all messages of a run; whoever says more has nothing to say. */
const MESSAGES_BYTES_MAX = 64 * 1024 * 1024;

/** @throws UngradableError where it does not come to its end, or talks nonsense */
export async function runCodeToJudge(run: CodeRun): Promise<RunRecord> {
  const { folder, paths, code, seed, driver = 'sim', engine, handedIn } = run;
  const order = { paths, code, seed, ...(handedIn === undefined ? {} : { handedIn }) };
  const [program = '', ...words] = sandboxWords(folder, order, SECONDS);
  const child = spawn(program, words, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    timeout: SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  const [, , , requests, answers, messages] = child.stdio as readonly unknown[];
  const service = new DriverService(requests as Readable, answers as Writable, () =>
    newDriver({
      driver,
      seed,
      wire: false,
      ...(engine === undefined ? {} : { variant: engine }),
    }),
  );
  const recorder = new RunRecorder();
  const listener = new Listener(messages as Readable, recorder);
  try {
    // Whatever it does when all was said is of no interest.
    const complaint = await Promise.race([ended(child), listener.heardAll]);
    if (!listener.isWhole) throw new UngradableError(`its own steps ${complaint}`);
    return recorder.record();
  } finally {
    child.kill('SIGKILL');
    await service.close();
  }
}

/** Takes what the process says as Cucumber's messages. */
class Listener {
  readonly #recorder: RunRecorder;
  #rest = '';
  #bytes = 0;
  #hasEnded = false;
  #isNonsense = false;
  /** Settles when the run has come to its end, if ever. */
  readonly heardAll: Promise<string>;
  #end: (words: string) => void = () => {};

  constructor(messages: Readable, recorder: RunRecorder) {
    this.#recorder = recorder;
    this.heardAll = new Promise((resolve) => {
      this.#end = resolve;
    });
    messages.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
  }

  /** Whether the run came to its end. */
  get isWhole(): boolean {
    return this.#hasEnded && !this.#isNonsense;
  }

  #hear(text: string): void {
    this.#bytes += text.length;
    if (this.#bytes > MESSAGES_BYTES_MAX) this.#isNonsense = true;
    if (this.#isNonsense) return;
    const lines = `${this.#rest}${text}`.split('\n');
    this.#rest = lines.pop() ?? '';
    try {
      for (const line of lines) {
        const envelope: Envelope = JSON.parse(line);
        this.#recorder.take(envelope);
        if (envelope.testRunFinished === undefined) continue;
        this.#hasEnded = true;
        this.#end('');
      }
    } catch {
      // Whoever writes there himself has no messages.
      this.#isNonsense = true;
    }
  }
}

const COMPLAINT_MAX = 300;

/** @returns how it ended, for a sentence */
function ended(child: ChildProcess): Promise<string> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = `${stderr}${text}`.slice(-4 * COMPLAINT_MAX);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`cannot be run here: ${error.message}`));
    child.once('close', (code, signal) => {
      if (signal !== null) resolve('did not come to an end in time');
      else resolve(`ended with ${code}: ${wordsIn(stderr)}`);
    });
  });
}

/** Of a stack trace only what went wrong. */
function wordsIn(stderr: string): string {
  const words = stderr.split('\n').find((line) => /Error\b/.test(line)) ?? stderr.trim();
  return words.slice(0, COMPLAINT_MAX);
}
