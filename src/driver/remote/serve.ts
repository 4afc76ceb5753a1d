/**
 * Lets another process ask drivers of this one. It gets no more of them than a driver's questions, one after
 * the other; whatever it asks, the drivers are gone with it.
 */
import type { Readable, Writable } from 'node:stream';
import { serialize } from 'node:v8';
import { type Driver, NotObservedError, RefusedError } from '../driver';
import type { Outcome } from '../stimulus';
import { plainOutcome } from './plain';
import { type Answer, REQUEST_BYTES_MAX, type Request, requestSchema } from './protocol';

export class DriverService {
  readonly #make: () => Promise<Driver>;
  readonly #drivers = new Map<number, Driver>();
  readonly #answers: Writable;
  #rest = '';
  #last: Promise<void> = Promise.resolve();

  /** @param make a driver for each scenario */
  constructor(requests: Readable, answers: Writable, make: () => Promise<Driver>) {
    this.#make = make;
    this.#answers = answers;
    // Who does not listen any more needs no answer.
    answers.on('error', () => {});
    requests.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
  }

  /** @returns when no driver is open any more */
  async close(): Promise<void> {
    await this.#last;
    await Promise.all([...this.#drivers.values()].map((driver) => driver.close()));
    this.#drivers.clear();
  }

  #hear(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, REQUEST_BYTES_MAX);
    for (const line of lines) {
      const request = requestIn(line);
      if (request !== undefined) this.#last = this.#last.then(() => this.#answer(request));
    }
  }

  async #answer(request: Request): Promise<void> {
    const { id } = request;
    let answer: Answer;
    try {
      answer = { id, value: await this.#ask(request) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      answer = { id, failure: kindOf(error), message };
    }
    this.#answers.write(`${serialize(answer).toString('base64')}\n`);
  }

  async #ask({ driver: number, method, args }: Request): Promise<unknown> {
    if (method === 'open') {
      this.#drivers.set(number, await this.#make());
      return undefined;
    }
    const driver = this.#drivers.get(number);
    if (driver === undefined) throw new Error(`no driver ${number} was opened`);
    if (method === 'close') this.#drivers.delete(number);
    const answer: unknown = await Reflect.apply(driver[method], driver, args);
    return method === 'run' ? plainOutcome(answer as Outcome) : answer;
  }
}

function requestIn(line: string): Request | undefined {
  try {
    return requestSchema.parse(JSON.parse(line));
  } catch {
    // It waits for an answer that never comes, and its time runs out.
    return undefined;
  }
}

function kindOf(error: unknown): 'refused' | 'not observed' | 'failed' {
  if (error instanceof RefusedError) return 'refused';
  return error instanceof NotObservedError ? 'not observed' : 'failed';
}
