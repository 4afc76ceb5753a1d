/**
 * `calicumber run --watch`: runs once, then again what every save touches, until somebody ends it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { watchDrivers } from '../../../steps/support/drivers';
import { followInputs } from '../../../steps/support/feature-inputs';
import type { Driver } from '../../driver/driver';
import { isCheckout, packageRoot } from '../../package/package-root';
import { PAGE } from '../../report/page/page-file';
import { type ExitCode, wrongUse } from '../exit-code';
import { paintFor } from '../paint';
import { featurePaths } from '../run/feature-paths';
import { prepareRun } from '../run/prepare-run';
import { progressOn } from '../run/progress';
import type { RunOptions } from '../run/run';
import { type Deed, listenToKeys } from './keys';
import { PageServer } from './page-server';
import type { Desk } from './run-teller';
import { Saves } from './saves';
import { WatchSession } from './watch-session';
import { WatchedFiles, type WatchedPlaces } from './watched-files';

const KEYS = 'a: run all; f: what failed; Enter: the same again; q: quit';

/**
 * Ends when somebody interrupts it, perhaps while something runs: whoever called it ends the process.
 * @returns the exit status of the last run that came to its end
 * @throws CliError where the options or the paths are not for a watch, or nothing can be run at all
 */
export async function watchFeatures(
  features: readonly string[],
  options: RunOptions,
): Promise<ExitCode> {
  const given = watchable(featurePaths(features), options);
  const { submission, reports, port = 0 } = options;
  const { ended, end } = ending();
  const prepared = await prepareRun(options);
  const desk = newDesk();
  const server = new PageServer(reports);
  await server.listen(port);
  const files = new WatchedFiles({ given, submission, reports, ...ownPlaces() });
  const onPage = (): void => server.refresh();
  const session = new WatchSession({ given, options, prepared, files, desk, onPage });
  followInputs(session.features.follow);
  watchDrivers(afterABreath);
  const saves = new Saves(files, (paths) => session.save(paths));
  const stopKeys = listenToKeys(process.stdin, (deed) => act(deed, session, end));
  const begin = async (): Promise<void> => {
    await saves.begin((why) => desk.write(`calicumber: a save may be missed: ${why}\n`));
    await session.begin();
    const where = `The report is ${join(reports, PAGE)}; while this runs, also ${server.address}`;
    const keys = process.stdin.isTTY ? [KEYS] : [];
    desk.write(`${[...prepared.remarks, where, ...keys].join('\n')}\n`);
    await session.work();
  };
  try {
    await Promise.race([ended, begin()]);
    await ended;
  } finally {
    saves.end();
    server.close();
    stopKeys();
  }
  return session.exit;
}

/** The simulation waits for nothing, and so nobody would be heard from the first scenario to the last. */
async function afterABreath(driver: Driver): Promise<Driver> {
  await setImmediate();
  return driver;
}

/** Where this program's own files are that a watch looks at. */
function ownPlaces(): Pick<WatchedPlaces, 'project' | 'code'> {
  const root = packageRoot();
  return { project: join(root, 'features'), code: isCheckout() ? join(root, 'steps') : undefined };
}

/** @throws CliError for what is of one run only, or of several processes, and for what may move or come about */
function watchable(paths: readonly string[], options: RunOptions): readonly string[] {
  for (const name of ['parallel', 'shard', 'prove'] as const) {
    if (options[name] !== undefined) {
      throw wrongUse(`--watch and --${name} do not go together; leave one of them away`);
    }
  }
  const other = paths.find((path) => !existsSync(path));
  if (other === undefined) return paths;
  throw wrongUse(
    `--watch looks at whole files and folders, and not at ${other}; choose scenarios with --name or --tags`,
  );
}

/** The first signal ends the watch; those that follow find it ending. */
function ending(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  return { ended, end };
}

function newDesk(): Desk {
  return {
    write: (text) => process.stdout.write(text),
    paint: paintFor(process.stdout.isTTY === true),
    progress: progressOn(process.stderr),
  };
}

function act(deed: Deed, session: WatchSession, end: () => void): void {
  if (deed === 'quit') end();
  else session.ask(deed);
}
