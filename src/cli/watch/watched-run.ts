/**
 * One run of a watch: through Cucumber, to the terminal and to the page. A feature that cannot be read keeps
 * none of the others from being run, as it does in a run that nobody watches.
 */
import type { Envelope } from '@cucumber/messages';
import type { WatchedPage } from '../../report/page/watched-page';
import type { ExitCode } from '../exit-code';
import { type CucumberOptions, cucumberRun } from '../run/cucumber-run';
import type { PreparedRun } from '../run/prepare-run';
import type { Progress } from '../run/progress';
import type { RunOptions } from '../run/run';
import { exitOf } from '../run/run-exit';
import { type RunRecord, RunRecorder } from '../run/run-record';
import { type Plan, planWithout } from './plan';
import { type Desk, RunTeller } from './run-teller';
import type { Standing } from './standing';

export interface RunPlace {
  readonly options: RunOptions;
  readonly page: WatchedPage;
  readonly standing: Standing;
  readonly desk: Desk;
}

/**
 * Runs a plan, and tells what came of it; the page is not written yet.
 * @throws CliError where Cucumber refuses an option
 */
export async function watchedRun(
  plan: Plan,
  handedIn: PreparedRun['handedIn'],
  { options, page, standing, desk }: RunPlace,
): Promise<ExitCode> {
  const teller = new RunTeller(desk, plan);
  const begun = performance.now();
  teller.begin();
  page.forget(plan.isGone);
  standing.forget(plan.isGone);
  page.begin();
  const listener = { page, teller, progress: desk.progress };
  const record = await runInParts(plan, { ...options, ...handedIn }, listener);
  standing.add(record.scenarios);
  const isDryRun = options.dryRun === true;
  const seconds = (performance.now() - begun) / 1000;
  teller.end(record, standing.scenarios, { seconds, isDryRun });
  return exitOf(record, isDryRun);
}

type Options = RunOptions & CucumberOptions;

interface Listener {
  readonly page: WatchedPage;
  readonly teller: RunTeller;
  readonly progress: Progress;
  /** Sees all messages as well. */
  onMessage?(envelope: Envelope): void;
}

/** One feature before all others: Cucumber reads everything before it runs anything, and somebody waits. */
async function runInParts(plan: Plan, options: Options, listener: Listener): Promise<RunRecord> {
  const { paths, first, extent } = plan;
  const awaited = first.find(({ uri }) => paths.includes(uri))?.uri ?? paths[0];
  if (extent !== 'features' || awaited === undefined || options.failFast === true) {
    return runReadable(plan, options, listener);
  }
  const head = await runReadable({ ...plan, paths: [awaited] }, options, listener);
  const others = paths.filter((path) => path !== awaited);
  if (others.length === 0) return head;
  const rest = await runReadable({ ...plan, paths: others }, options, listener);
  return {
    scenarios: [...head.scenarios, ...rest.scenarios],
    skipped: head.skipped + rest.skipped,
    empty: [...head.empty, ...rest.empty],
    written: head.written + rest.written,
    parseFailures: [...head.parseFailures, ...rest.parseFailures],
  };
}

/** Cucumber runs nothing at all where one feature cannot be read; so the others are run once more. */
async function runReadable(plan: Plan, options: Options, listener: Listener): Promise<RunRecord> {
  const features: string[] = [];
  const unreadable = new Set<string>();
  const record = await runOnce(plan, options, {
    ...listener,
    onMessage({ source, parseError }) {
      if (source !== undefined) features.push(source.uri);
      if (parseError !== undefined) unreadable.add(parseError.source.uri ?? '');
    },
  });
  const rest = unreadable.size > 0 ? planWithout(plan, unreadable, features) : undefined;
  if (rest === undefined) return record;
  return { ...(await runOnce(rest, options, listener)), parseFailures: record.parseFailures };
}

async function runOnce(
  { paths, first, extent }: Plan,
  options: Options,
  { page, teller, progress, onMessage }: Listener,
): Promise<RunRecord> {
  const recorder = new RunRecorder();
  let told = 0;
  // Files of messages tell of a run of everything, or of none.
  const { reports, ...others } = options;
  const own = extent === 'whole' ? options : others;
  await cucumberRun(paths, { ...own, first }, (envelope) => {
    recorder.take(envelope);
    page.take(envelope);
    onMessage?.(envelope);
    if (envelope.testCaseFinished === undefined) return;
    teller.tell(recorder.ended.slice(told));
    told = recorder.ended.length;
    progress.show(recorder.done, recorder.planned);
  });
  return recorder.record();
}
