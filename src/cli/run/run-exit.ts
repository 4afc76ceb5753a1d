/** What a run says with its exit status, and why it says nothing where it says nothing. */
import { EXIT, type ExitCode } from '../exit-code';
import type { RunRecord, ScenarioResult } from './run-record';

/** An error of ours or of JavaScript itself, and none that a network, a manifest or a number could cause. */
const BUG = /^(Invariant|Type|Reference|Syntax)?Error: /;

export function isBug({ verdict, why }: ScenarioResult): boolean {
  return verdict === 'not established' && BUG.test(why);
}

export function exitOf(record: RunRecord, isDryRun: boolean): ExitCode {
  const { scenarios } = record;
  if (scenarios.some(isBug)) return EXIT.bug;
  if (scenarios.some(({ verdict }) => verdict === 'violated')) return EXIT.violated;
  if (scenarios.some(({ verdict }) => verdict === 'not established')) return EXIT.notEstablished;
  return saysNothing(record, isDryRun) === undefined ? EXIT.held : EXIT.notEstablished;
}

/** Why a run of which no scenario failed still establishes nothing. */
export function saysNothing(record: RunRecord, isDryRun: boolean): string | undefined {
  const { scenarios, skipped, empty, written, parseFailures } = record;
  if (parseFailures.length > 0) return 'no scenario was run, for a feature cannot be read';
  if (written === 0) return 'there is no scenario to run';
  if (scenarios.length + skipped === 0) {
    return `none of the ${written} scenarios was chosen; look at --tags, --name, --shard and the lines`;
  }
  if (empty.length > 0) return 'a feature without a scenario establishes nothing';
  return scenarios.length === 0 && !isDryRun ? 'no scenario was run' : undefined;
}

/** What is to be said below the summary of a run: why it says nothing, and who is to blame for bugs. */
export function adviceOn(record: RunRecord, isDryRun: boolean): readonly string[] {
  const nothing = saysNothing(record, isDryRun);
  const bugs = record.scenarios.filter(isBug).length;
  return [...(nothing === undefined ? [] : [nothing]), ...(bugs === 0 ? [] : [bugAdvice(bugs)])];
}

function bugAdvice(count: number): string {
  const what = count === 1 ? 'One error above is a bug' : `${count} errors above are bugs`;
  return `${what} in calicumber, not in your files; please report it.`;
}
