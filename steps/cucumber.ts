/**
 * The adapter: registers the whole catalogue with Cucumber, makes a world for each scenario, and tells the
 * verdict at its end. The only file of steps/ that imports @cucumber/cucumber.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  After,
  AfterStep,
  BeforeStep,
  defineParameterType,
  Given,
  type IWorldOptions,
  setDefaultTimeout,
  setWorldConstructor,
  Then,
  When,
} from '@cucumber/cucumber';
import { packageRoot } from '../src/package/package-root';
import './index';
import { wrongBlock } from './support/block';
import {
  type CatalogueEntry,
  followCatalogue,
  inOrder,
  type StepKind,
  type Wording,
} from './support/catalogue';
import { newDriver, type RunParameters } from './support/drivers';
import { featureInputs } from './support/feature-inputs';
import { attachMismatch, endScenario } from './support/hooks';
import { NotEstablishedError } from './support/not-established';
import { runStep } from './support/run-step';
import type { ScenarioEnd } from './support/verdict';
import { ClusterWorld } from './support/world';

/** Of this program; verdicts say who came to them. */
const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));

const inputsOf = featureInputs(join(packageRoot(), 'features'));

/** What a run is that nobody said anything of, as `calicumber run` takes it. */
const USUAL: RunParameters = { driver: 'sim', seed: 1, wire: false };

/**
 * Cucumber's World: the cluster of a scenario, and where its attachments go. Steps of one's own have it as
 * their `this`, and a World of one's own extends it. Its `worldParameters` are a run's options.
 */
export class CucumberWorld extends ClusterWorld {
  readonly attach: IWorldOptions['attach'];
  readonly parameters: RunParameters;
  /** The path of the feature that is running. */
  feature = '';
  /** What the step that is about to run was introduced with. */
  keyword: StepKind | undefined;
  /** What the first step that failed threw. */
  failure: unknown;

  constructor({ attach, log, parameters }: IWorldOptions<Partial<RunParameters>>) {
    const said: RunParameters = { ...USUAL, ...parameters };
    super({
      newDriver: () => newDriver(said),
      readInput: (room, name) => inputsOf(this.feature)(room, name),
      log,
      handedIn: said.handedIn,
    });
    this.attach = attach;
    this.parameters = said;
  }
}

const KEYWORDS: Readonly<Record<string, StepKind>> = {
  Context: 'given',
  Action: 'when',
  Outcome: 'then',
};

// On a real kernel a sentence takes as long as it takes there; Cucumber would give it five seconds.
setDefaultTimeout(600_000);

setWorldConstructor(CucumberWorld);

followCatalogue({
  parameterType: (type) =>
    defineParameterType({
      name: type.name,
      regexp: type.regexp,
      transformer: type.transformer ?? ((text?: string) => text),
      useForSnippets: type.useForSnippets ?? true,
    }),
  wording: register,
});

BeforeStep(function (this: CucumberWorld, { pickle, pickleStep }) {
  this.feature = pickle.uri;
  this.language = pickle.language === 'ko' ? 'ko' : 'en';
  this.keyword = KEYWORDS[pickleStep.type ?? ''];
});

// A scenario's end is told only of the error of its last step, which is often one that was skipped.
AfterStep(function (this: CucumberWorld, { error }) {
  this.failure ??= error;
  attachMismatch(this, error, this.ledger.outcomes.length);
});

After({ name: 'the verdict' }, async function (this: CucumberWorld, { result }) {
  const { driver, seed, evidence = 'full' } = this.parameters;
  const judge = { driver, seed, version };
  await endScenario(this, endOf(result?.status, this.failure), this, { level: evidence, judge });
});

function register(entry: CatalogueEntry, wording: Wording): void {
  switch (entry.kind) {
    case 'given':
      Given(wording.pattern, stepOf(entry, wording));
      return;
    case 'when':
      When(wording.pattern, stepOf(entry, wording));
      return;
    case 'then':
      Then(wording.pattern, stepOf(entry, wording));
  }
}

/**
 * Where a table or a text is missing, Cucumber takes the parameter for a callback's and gives one.
 * @throws NotEstablishedError where something else is below the sentence than it wants
 */
function refuseWrongBlock(entry: CatalogueEntry, args: readonly unknown[]): void {
  if (!entry.pattern.endsWith(':')) return;
  const last = args[entry.run.length - 1];
  const there =
    typeof last === 'function' ? undefined : typeof last === 'string' ? 'text' : 'table';
  const why = wrongBlock(entry, there);
  if (why !== undefined) throw new NotEstablishedError(why);
}

/** Cucumber counts a function's parameters, so the wrapper must have as many as what it wraps. */
function stepOf(entry: CatalogueEntry, wording: Wording) {
  const step = function (this: CucumberWorld, ...args: unknown[]) {
    refuseWrongBlock(entry, args);
    return runStep(entry, this, this.keyword, inOrder(wording, args));
  };
  return Object.defineProperty(step, 'length', { value: entry.run.length });
}

function endOf(status: string | undefined, error: unknown): ScenarioEnd {
  if (status === 'PASSED' || status === undefined) return { kind: 'passed' };
  return status === 'FAILED' ? { kind: 'error', error } : { kind: 'unfinished', status };
}
