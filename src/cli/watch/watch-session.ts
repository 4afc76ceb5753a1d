/**
 * What a watch does, one thing after another: what is saved or asked for while something runs waits its turn,
 * and what was saved meanwhile is run together.
 */
import { existsSync } from 'node:fs';
import { makeRoom } from '../../cluster/transitions';
import { WatchedPage } from '../../report/page/watched-page';
import { CliError, EXIT, type ExitCode } from '../exit-code';
import { withoutLines } from '../run/feature-paths';
import { type PreparedRun, submissionOf } from '../run/prepare-run';
import type { RunOptions } from '../run/run';
import { countVerdicts } from '../run/run-summary';
import type { Deed } from './keys';
import { KnownFeatures } from './known-features';
import { type Plan, scenariosPlan, spanOf, wholePlan } from './plan';
import type { Desk } from './run-teller';
import { type Saved, sortSaves } from './saved';
import { Standing } from './standing';
import type { WatchedFiles } from './watched-files';
import { watchedRun } from './watched-run';

export interface WatchPlace {
  readonly given: readonly string[];
  readonly options: RunOptions;
  readonly prepared: PreparedRun;
  readonly files: WatchedFiles;
  readonly desk: Desk;
  /** Is called whenever the page is another. */
  readonly onPage: () => void;
}

type Asked = Exclude<Deed, 'quit'>;

export class WatchSession {
  readonly #place: WatchPlace;
  readonly #features: KnownFeatures;
  readonly #page: WatchedPage;
  readonly #standing = new Standing();
  readonly #asked = new Set<Asked>();
  readonly #saved = new Set<string>();
  #handedIn: PreparedRun['handedIn'];
  #last: Plan | undefined;
  #isBusy = false;
  /** Of the last run that came to its end. */
  #exit: ExitCode = EXIT.notEstablished;

  constructor(place: WatchPlace) {
    this.#place = place;
    this.#features = new KnownFeatures(place.given);
    this.#page = new WatchedPage(place.options.reports);
    this.#handedIn = place.prepared.handedIn;
  }

  get exit(): ExitCode {
    return this.#exit;
  }

  /** Is to be told what features read. */
  get features(): KnownFeatures {
    return this.#features;
  }

  /**
   * The first run, of everything.
   * @throws CliError where Cucumber refuses an option
   */
  async begin(): Promise<void> {
    this.#isBusy = true;
    await this.#run(wholePlan(this.#place.given));
    this.#isBusy = false;
  }

  /** @param paths absolute */
  save(paths: readonly string[]): void {
    for (const path of paths) this.#saved.add(path);
    void this.work();
  }

  ask(deed: Asked): void {
    this.#asked.add(deed);
    void this.work();
  }

  /** Does what waits, until nothing does; what goes wrong is told, and the next is done. */
  async work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#saved.size + this.#asked.size > 0) {
      try {
        await this.#doNext();
      } catch (error) {
        this.#say(`calicumber: ${error instanceof CliError ? error.message : String(error)}`);
      }
    }
    this.#isBusy = false;
  }

  /** What was saved comes first. */
  #doNext(): Promise<void> {
    const [deed] = this.#asked;
    if (this.#saved.size > 0 || deed === undefined) {
      const paths = [...this.#saved];
      this.#saved.clear();
      return this.#runSaved(sortSaves(paths, this.#place.files, this.#features));
    }
    this.#asked.delete(deed);
    return this.#do(deed);
  }

  async #runSaved(saved: Saved): Promise<void> {
    const { plan, gone, words, isSubmission } = saved;
    for (const text of words) this.#say(text);
    if (isSubmission) this.#handedIn = submissionOf(this.#place.options);
    if (gone.length > 0) this.#forget(new Set(gone));
    const failed = this.#standing.failed.map(spanOf);
    if (plan !== undefined) await this.#run({ ...plan, first: [...plan.first, ...failed] });
    else if (gone.length > 0) this.#tellRest();
  }

  async #do(deed: Asked): Promise<void> {
    const { failed } = this.#standing;
    if (deed === 'all') return this.#run(wholePlan(this.#place.given, failed, 'everything'));
    if (deed === 'again') return this.#runAgain();
    if (failed.length === 0) return this.#say('\nNothing failed.');
    return this.#run(scenariosPlan(failed, 'what failed'));
  }

  async #runAgain(): Promise<void> {
    const last = this.#last;
    const paths = (last?.paths ?? []).filter((path) => existsSync(withoutLines(path)));
    if (last === undefined || paths.length === 0) this.#say('\nThere is nothing to run again.');
    else await this.#run({ ...last, paths, title: 'the same again' });
  }

  async #run(plan: Plan): Promise<void> {
    const { options, desk } = this.#place;
    this.#last = plan;
    makeRoom();
    const place = { options, desk, page: this.#page, standing: this.#standing };
    this.#exit = await watchedRun(plan, this.#handedIn, place);
    this.#features.learn(plan.extent === 'part');
    this.#write();
  }

  #forget(gone: ReadonlySet<string>): void {
    const isGone = (path: string): boolean => gone.has(path);
    this.#page.forget(isGone);
    this.#standing.forget(isGone);
  }

  /** What there is without the features that are gone. */
  #tellRest(): void {
    this.#say(countVerdicts(this.#standing.scenarios, 0, this.#place.desk.paint));
    this.#write();
  }

  #write(): void {
    this.#page.write(this.#place.prepared.remarks);
    this.#place.onPage();
  }

  #say(text: string): void {
    this.#place.desk.write(`${text}\n`);
  }
}
