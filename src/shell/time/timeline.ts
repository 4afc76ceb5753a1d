/**
 * Who acts when: shell jobs are threads that take turns. One runs at a time, until it waits for
 * something in virtual time or has ended; only when all of them wait does the clock go on, to the next
 * moment at which one can. So the same lines give the same order, whatever the machine does.
 */
import type { Scheduler } from '../../kernel/scheduler';
import type { Thread } from './thread';

/** Why somebody who waits is not waited for: the line has used up the time that it may take. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

interface Waiter {
  readonly thread: Thread;
  readonly isDone: () => boolean;
  readonly untilUs: number;
  readonly resume: () => void;
  readonly fail: (error: unknown) => void;
}

/** How many events happen between two looks at the real time. */
const EVENTS_BETWEEN_CHECKS = 2000;

export class Timeline {
  readonly #scheduler: Scheduler;
  readonly #waiters: Waiter[] = [];
  /** Who gets the turn back when the running thread waits or ends. */
  readonly #handBacks: (() => void)[] = [];
  #current: Thread | undefined;
  /** How far the line in the foreground may let the clock go. */
  #endUs = Number.POSITIVE_INFINITY;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  get nowUs(): number {
    return this.#scheduler.nowUs;
  }

  /** The thread whose turn it is; asked by commands, which run in one. */
  get current(): Thread | undefined {
    return this.#current;
  }

  /** Begins a thread, and comes back when it waits or has ended. */
  begin(thread: Thread, body: () => Promise<void>): Promise<void> {
    return this.#giveTurn(thread, () => {
      void body().finally(() => {
        thread.hasEnded = true;
        this.#handBacks.pop()?.();
      });
    });
  }

  /**
   * Runs a thread to its end, and lets the others have their turns while it waits.
   * @param mayTakeUs how far it may let the clock go
   */
  async see(thread: Thread, body: () => Promise<void>, mayTakeUs: number): Promise<void> {
    this.#scheduler.refill();
    this.#endUs = this.nowUs + mayTakeUs;
    await this.begin(thread, body);
    while (!thread.hasEnded) await this.#wakeNext(thread);
    for (let ready = this.#ready(); ready !== undefined; ready = this.#ready()) {
      await this.#wake(ready);
    }
  }

  /** The running thread waits until something holds, or for a time. @param untilUs may be infinite */
  wait(isDone: () => boolean, untilUs: number): Promise<void> {
    const thread = this.#current;
    if (thread === undefined || isDone() || untilUs <= this.nowUs) return Promise.resolve();
    return new Promise((resume, fail) => {
      this.#waiters.push({ thread, isDone, untilUs, resume, fail });
      this.#handBacks.pop()?.();
    });
  }

  /** A thread that waits is to be told off: its wait fails. */
  fail(thread: Thread, error: unknown): Promise<void> {
    const waiter = this.#waiters.find((one) => one.thread === thread);
    if (waiter === undefined) return Promise.resolve();
    this.#forget(waiter);
    return this.#giveTurn(thread, () => waiter.fail(error));
  }

  async #wakeNext(foreground: Thread): Promise<void> {
    try {
      foreground.checkLimits();
      let ready = this.#ready();
      while (ready === undefined) {
        if (this.nowUs >= this.#endUs) throw new TimeIsUp('the line took more than a day');
        this.#advance();
        foreground.checkLimits();
        ready = this.#ready();
      }
      await this.#wake(ready);
    } catch (error) {
      await this.fail(foreground, error);
    }
  }

  /** Some events, up to the first after which somebody can go on. */
  #advance(): void {
    const untilUs = Math.min(this.#endUs, ...this.#waiters.map((waiter) => waiter.untilUs));
    let events = 0;
    this.#scheduler.runUntil(untilUs, () => {
      events += 1;
      return events > EVENTS_BETWEEN_CHECKS || this.#ready() !== undefined;
    });
  }

  #ready(): Waiter | undefined {
    return this.#waiters.find(({ isDone, untilUs }) => untilUs <= this.nowUs || isDone());
  }

  #wake(waiter: Waiter): Promise<void> {
    this.#forget(waiter);
    return this.#giveTurn(waiter.thread, waiter.resume);
  }

  #forget(waiter: Waiter): void {
    this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
  }

  async #giveTurn(thread: Thread, go: () => void): Promise<void> {
    const before = this.#current;
    this.#current = thread;
    await new Promise<void>((handBack) => {
      this.#handBacks.push(handBack);
      go();
    });
    this.#current = before;
  }
}
