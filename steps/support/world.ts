/**
 * What one scenario knows: the cluster under test, what it sent, and what it has looked at so far.
 * The driver and the files are handed in, so that the same steps run wherever there is a driver.
 */
import type { Driver, Inventory } from '../../src/driver/driver';
import type { Outcome, Stimulus } from '../../src/driver/stimulus';
import type { Language, StepKind } from './catalogue';
import { answeredSubjectsOf, type Leg, requestsOf, subjectOf, tracesOf } from './exchange';
import { breakLab, bringIn, type HandedIn } from './handed-in';
import { Ledger, type Question } from './ledger';
import { NotEstablishedError } from './not-established';
import { quote } from './quote';

/** Reads an input file that a sentence names: `('labs', 'kans')` is features/labs/kans.yaml. */
export type ReadInput = (
  room: 'labs' | 'manifests',
  name: string,
) => {
  readonly yaml: string;
  readonly source: string;
  /** Where the file lies, if it lies anywhere. */
  readonly path?: string;
};

/** What the runner gives to a scenario. */
export interface Surroundings {
  readonly newDriver: () => Driver | Promise<Driver>;
  readonly readInput: ReadInput;
  /** Says something below the step in the report. */
  readonly log: (text: string) => void;
  /** What somebody handed in to be judged. */
  readonly handedIn?: HandedIn | undefined;
}

/** The lab of a scenario that names none. */
export const DEFAULT_LAB = 'kans';

export class ClusterWorld {
  readonly ledger = new Ledger();
  /** Of the feature. */
  language: Language = 'en';
  readonly log: (text: string) => void;
  readonly readInput: ReadInput;
  /** What the cluster said to manifests that were only tried: the refusal, or `undefined`. */
  refusal: { readonly message: string | undefined } | undefined;
  readonly #newDriver: Surroundings['newDriver'];
  readonly #handedIn: HandedIn | undefined;
  /** Whether what the task breaks is still whole. */
  #isWhole = true;
  #driver: Driver | undefined;
  #inventory: Inventory | undefined;
  /** Whether the cluster was changed since the last packet was sent. */
  #isChanged = false;
  /** Whether an assertion is being judged. */
  #isJudging = false;

  constructor(surroundings: Surroundings) {
    this.#newDriver = surroundings.newDriver;
    this.readInput = surroundings.readInput;
    this.log = surroundings.log;
    this.#handedIn = surroundings.handedIn;
  }

  /** A sentence for advice, as `quote` says it, in the language of the feature. */
  quote(keyword: StepKind | 'and', id: string, ...args: readonly string[]): string {
    return quote(this.language, keyword, id, ...args);
  }

  /** Builds the lab; only possible once, before anything else. */
  async useLab(name: string): Promise<void> {
    if (this.#driver !== undefined) {
      throw new NotEstablishedError('the lab comes first: the cluster was built already');
    }
    const { yaml, source } = this.readInput('labs', name);
    await (await this.clusterToBuild()).apply(yaml, source);
  }

  /** A cluster without a lab, for who builds it himself. */
  async clusterToBuild(): Promise<Driver> {
    this.#driver ??= this.#listened(await this.#newDriver());
    return this.clusterToChange();
  }

  /** Whether there is a cluster yet. */
  get isBuilt(): boolean {
    return this.#driver !== undefined;
  }

  /** What a report must say of the driver. */
  get remarks(): readonly string[] {
    return this.#driver?.remarks ?? [];
  }

  /** The cluster, for questions; built from the default lab where the scenario named none. */
  async cluster(): Promise<Driver> {
    if (this.#driver === undefined) await this.useLab(DEFAULT_LAB);
    return this.#driver as Driver;
  }

  /** The cluster, to be changed: names are looked up anew afterwards. */
  async clusterToChange(): Promise<Driver> {
    const cluster = await this.cluster();
    this.#inventory = undefined;
    this.#isChanged = true;
    return cluster;
  }

  /** Breaks what the task breaks, then brings in what somebody handed in; nothing where nobody did. */
  async bringInSubmission(): Promise<void> {
    if (this.#handedIn === undefined) return;
    await this.#breakLab();
    await bringIn(await this.clusterToChange(), this.#handedIn, this.log);
  }

  /** A lab is broken before the first packet, at the latest: somebody's own feature shows the fault. */
  async #breakLab(): Promise<void> {
    if (!this.#isWhole || this.#handedIn === undefined) return;
    this.#isWhole = false;
    await breakLab(await this.cluster(), this.#handedIn);
    this.#inventory = undefined;
  }

  async inventory(): Promise<Inventory> {
    this.#inventory ??= await (await this.cluster()).inventory();
    return this.#inventory;
  }

  /** Sends something, and remembers what came of it. */
  async send(stimulus: Stimulus): Promise<Outcome> {
    await this.#breakLab();
    const outcome = await (await this.cluster()).run(stimulus);
    this.#isChanged = false;
    // Whoever types may have made anything.
    if (outcome.kind === 'command') this.#inventory = undefined;
    this.ledger.add({ kind: 'outcome', outcome });
    for (const subject of answeredSubjectsOf(outcome)) this.shown(subject);
    return outcome;
  }

  /**
   * What came of the last thing that was sent.
   * @throws NotEstablishedError where the cluster was changed since: that says nothing of the change
   */
  get lastOutcome(): Outcome {
    const outcome = this.ledger.outcomes.at(-1);
    if (outcome === undefined) {
      throw new NotEstablishedError(
        `nothing was sent; add ${this.quote('when', 'ping.pod', 'pod1', 'pod2')} or the like`,
      );
    }
    if (this.#isChanged) {
      throw new NotEstablishedError(
        'the cluster was changed after the last packet was sent; send another, such as ' +
          this.quote('and', 'ping.pod', 'pod1', 'pod2'),
      );
    }
    const isOnlyTyped = outcome.kind === 'command' && outcome.traces.length === 0;
    this.#note(isOnlyTyped ? 'typed' : 'outcome');
    return outcome;
  }

  /** The last outcome, which must be of this kind: what "the ping" and "the connection" mean. */
  last<Kind extends Outcome['kind']>(kind: Kind): Extract<Outcome, { readonly kind: Kind }> {
    const outcome = this.lastOutcome;
    if (outcome.kind !== kind) {
      throw new NotEstablishedError(`what was sent last is no ${kind} but a ${outcome.kind}`);
    }
    return outcome as Extract<Outcome, { readonly kind: Kind }>;
  }

  /** The last outcome, its packets of one leg (or at least its requests) counted as looked at. */
  lookAtLeg(leg: Leg): Outcome {
    const outcome = this.lastOutcome;
    const count = tracesOf(outcome, leg).length || requestsOf(outcome).length;
    this.looked(`${leg} of what was sent`, count);
    return outcome;
  }

  /** Notes that a sentence looked at `count` things; none at all establishes nothing. */
  looked(what: string, count: number): void {
    if (count === 0) throw new NotEstablishedError(`there is no ${what} to look at`);
    this.ledger.add({ kind: 'look', what, count });
  }

  /** Notes that something was seen that a dead network could not have shown. */
  shown(subject: string): void {
    this.ledger.add({ kind: 'shown', subject });
  }

  /** Notes that packets between the ends of this exchange get through at least a part of the way. */
  showExchange(outcome: Outcome): void {
    this.shown(subjectOf(outcome));
  }

  /** Notes a negative assertion that proves nothing unless `subject` is shown as well. */
  claimed(subject: string, advice: string): void {
    this.ledger.add({ kind: 'claim', subject, advice });
  }

  /** Runs an assertion; what it asks is written down. */
  async judge(assertion: () => Promise<void> | void): Promise<void> {
    this.#isJudging = true;
    try {
      await assertion();
    } finally {
      this.#isJudging = false;
    }
  }

  #note(question: Question): void {
    if (this.#isJudging) this.ledger.add({ kind: 'question', question });
  }

  /** The same driver; what it is asked is written down. */
  #listened(driver: Driver): Driver {
    const note = (question: Question) => this.#note(question);
    return new Proxy(driver, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          note(name as Question);
          return value.apply(target, args);
        };
      },
    });
  }

  async close(): Promise<void> {
    await this.#driver?.close();
  }
}
