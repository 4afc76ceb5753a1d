/**
 * A driver that another process has. This one may be asked by whom nobody trusts: it knows nothing of the
 * engine but what it answers, and its verdicts are for others to believe.
 */
import { createReadStream, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { deserialize } from 'node:v8';
import { type Driver, NotObservedError, RefusedError } from '../driver';
import { ANSWERS_FD, type Answer, METHODS, type Method, REQUESTS_FD } from './protocol';

class Line {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #count = 0;

  constructor() {
    const answers = createReadStream('', { fd: ANSWERS_FD });
    createInterface({ input: answers }).on('line', (text) => {
      const answer: Answer = deserialize(Buffer.from(text, 'base64'));
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  async ask(driver: number, method: Method, args: readonly unknown[]): Promise<unknown> {
    this.#count += 1;
    const id = this.#count;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    writeSync(REQUESTS_FD, `${JSON.stringify({ id, driver, method, args })}\n`);
    const answer = await answered;
    if (!('failure' in answer)) return answer.value;
    if (answer.failure === 'refused') throw new RefusedError(answer.message);
    if (answer.failure === 'not observed') throw new NotObservedError(answer.message);
    throw new Error(answer.message);
  }
}

let line: Line | undefined;
let drivers = 0;

/** @throws NotObservedError where the other process has none */
export async function newRemoteDriver(): Promise<Driver> {
  line ??= new Line();
  const over = line;
  drivers += 1;
  const number = drivers;
  await over.ask(number, 'open', []);
  const methods = METHODS.filter((method) => method !== 'open').map((method) => [
    method,
    (...args: readonly unknown[]) => over.ask(number, method, args),
  ]);
  // Each asks the other process for the method of its name.
  return { name: 'remote', ...Object.fromEntries(methods) } as Driver;
}
