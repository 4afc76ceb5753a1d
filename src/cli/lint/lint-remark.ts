/** What a run says of the lint: one line, where features say less than they seem to and the run does not tell. */
import { CliError } from '../exit-code';
import { featureFiles } from '../run/feature-files';
import { readFeature } from '../run/feature-text';
import { linterOfDisk } from './linter';

/** @param given as the run was given them, and has taken them */
export function lintRemark(given: readonly string[]): readonly string[] {
  const count = warningsIn(given);
  if (count === 0) return [];
  return [`lint: ${count} ${count === 1 ? 'finding' : 'findings'}; calicumber lint tells them`];
}

/** Of an error the scenario itself is not established, and that is said already. */
function warningsIn(given: readonly string[]): number {
  const lint = linterOfDisk();
  try {
    const findings = featureFiles(given).flatMap((path) => lint(path, readFeature(path)));
    return findings.filter(({ rule }) => rule.severity === 'warning').length;
  } catch (error) {
    // Patterns mean a little more to Cucumber than here; then the lint has nothing to say.
    if (error instanceof CliError) return 0;
    throw error;
  }
}
