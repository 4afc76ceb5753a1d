/**
 * Cucumber, started through its API with nothing but what is written here: no configuration file and
 * no support code of the folder it runs in or of the features' own folder is ever read, for features
 * come from others and must not bring code with them.
 */
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type IConfiguration, loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { RunParameters } from '../../../steps/support/drivers';
import type { HandedIn } from '../../../steps/support/handed-in';
import { keepSteps, loadedSteps } from '../../../steps/support/loaded-steps';
import { packageRoot } from '../../package/package-root';
import { wrongUse } from '../exit-code';
import { patternsFor } from './feature-paths';
import type { RunOptions } from './run';
import type { LineSpan } from './scenario-order';

/**
 * Cucumber wants a formatter for standard output, and its usual one stops at a scenario without steps.
 * This one says least; what it says goes nowhere, unless the caller asks for another in its place.
 */
const QUIET = 'rerun';

/** Found without an ending, for it is TypeScript in a checkout and JavaScript in a package. */
const STEPS = require.resolve('../../../steps/cucumber');

/** What a run is told; without a folder for reports it writes none. */
export type CucumberOptions = Omit<RunOptions, 'reports'> & {
  readonly reports?: string;
  /** What somebody handed in to be judged. */
  readonly handedIn?: HandedIn;
  /** Files with steps besides ours; whoever gives any answers for them. */
  readonly code?: readonly string[];
  /** Scenarios that come before all others. */
  readonly first?: readonly LineSpan[];
};

/** @throws CliError where Cucumber refuses an option */
export async function cucumberRun(
  paths: readonly string[],
  options: CucumberOptions,
  onMessage: (envelope: Envelope) => void,
): Promise<void> {
  const hasOwnOutput = (options.format ?? []).some((format) => !format.includes(':'));
  const environment = {
    cwd: process.cwd(),
    stdout: hasOwnOutput ? process.stdout : nowhere(),
    // What Cucumber says here of features, the messages say as well.
    stderr: options.debug ? process.stderr : nowhere(),
    env: withoutCucumber(process.env),
  };
  const { runConfiguration } = await refuseAsUse(
    loadConfiguration({ file: false, provided: configuration(paths, options) }, environment),
  );
  try {
    const run = { ...runConfiguration, support: loadedSteps() ?? runConfiguration.support };
    keepSteps((await runCucumber(run, environment, onMessage)).support);
  } catch (error) {
    if (error instanceof Error && FILTER.test(error.message)) throw wrongUse(reasonOf(error));
    if (error instanceof Error && FORMATTER.test(error.message)) throw wrongUse(error.message);
    throw error;
  }
}

/** Cucumber reads tag expressions only when it filters by them. */
const FILTER = /"pickles:filter"/;

/** Names of formatters it reads when it makes them. */
const FORMATTER = /^Failed to import formatter/;

function reasonOf({ message, cause }: Error): string {
  return `--tags: ${cause instanceof Error ? cause.message : message}`;
}

/**
 * Where Cucumber is told of no file with code, it loads whatever code lies among the features, and those come
 * from others. So it is told of one that there is not.
 */
const NO_CODE_OF_THE_FOLDER = 'no-code-of-the-features-folder-is-loaded.js';

function configuration(
  paths: readonly string[],
  options: CucumberOptions,
): Partial<IConfiguration> {
  const { reports } = options;
  return {
    ...passedThrough(options),
    paths: paths.flatMap(patternsFor),
    // Names of modules are no patterns: the folder of the package may be called what it likes.
    requireModule: [join(__dirname, '..', 'register.js'), STEPS],
    require: [NO_CODE_OF_THE_FOLDER, ...(options.code ?? [])],
    format: [
      QUIET,
      ...(reports === undefined ? [] : reportsIn(reports)),
      ...(options.format ?? []).map(withOurs),
    ],
    worldParameters: { ...driverParameters(options) },
    publish: false,
    ...ordered(options.first),
  };
}

function ordered(first: readonly LineSpan[] = []): Partial<IConfiguration> {
  if (first.length === 0) return {};
  const spans = first.map((span) => ({ ...span }));
  return {
    plugin: [pathToFileURL(join(__dirname, '..', 'order-plugin.js')).href],
    pluginOptions: { calicumber: { first: spans } },
  };
}

/** The name of our own formatter is of the folder that it was installed in, which may be another than ours. */
function withOurs(format: string): string | [string, string] {
  const [, file] = /^calicumber\/html:(.+)$/.exec(format) ?? [];
  if (file === undefined) return format;
  return [pathToFileURL(join(packageRoot(), 'doors', 'html.js')).href, file];
}

/** What a scenario's world, or who asks whether the driver works at all, is told of it. */
export function driverParameters(options: CucumberOptions): RunParameters {
  const { driver, seed, wire, evidence, patience, bgp, engine, handedIn } = options;
  return {
    driver,
    seed,
    wire,
    evidence,
    patience,
    ...(bgp === undefined ? {} : { bgp }),
    ...(engine === undefined ? {} : { variant: engine }),
    ...(handedIn === undefined ? {} : { handedIn }),
  };
}

function reportsIn(folder: string): readonly [string, string][] {
  return [
    ['message', join(folder, 'messages.ndjson')],
    ['junit', join(folder, 'junit.xml')],
  ];
}

/** The options that are Cucumber's own; one that was not given is left to Cucumber. */
function passedThrough(options: CucumberOptions): Partial<IConfiguration> {
  const { name, tags, order, parallel, shard, retry, failFast, dryRun, language } = options;
  const own = { tags, order, parallel, shard, retry, failFast, dryRun, language };
  const given = Object.entries({
    ...own,
    name: name === undefined ? undefined : [...name],
    formatOptions: options.formatOptions,
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

async function refuseAsUse<Value>(loading: Promise<Value>): Promise<Value> {
  try {
    return await loading;
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : String(error));
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

/** Cucumber would publish reports where a variable tells it to. */
function withoutCucumber(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('CUCUMBER_')));
}
