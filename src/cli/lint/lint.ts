/**
 * Looks at features without running them, puts right what needs no thought, and tells the rest.
 */
import { fixFeature } from '../../lint/fix-feature';
import type { Format, LintedFile } from '../../lint/formats/format';
import type { Finding } from '../../lint/rule';
import { EXIT, type ExitCode } from '../exit-code';
import { paintFor } from '../paint';
import { featureFiles } from '../run/feature-files';
import { readFeature, writeText } from '../run/feature-text';
import { version } from '../version';
import { linterOfDisk } from './linter';

export interface LintOptions {
  /** Whether safe fixes are made. */
  readonly fix?: boolean;
  readonly format: Format;
  /** Where the findings go; standard output where nothing is said. */
  readonly output?: string;
}

/** @throws CliError where there is nothing to look at */
export function lint(given: readonly string[], { fix, format, output }: LintOptions): ExitCode {
  const lintText = linterOfDisk();
  const files = featureFiles(given).map((path): LintedFile => {
    const text = readFeature(path);
    if (fix !== true) return { path, text, findings: lintText(path, text) };
    const made = fixFeature(text, (changed) => lintText(path, changed));
    if (made.text !== text) writeText(path, made.text);
    for (const finding of made.fixed) process.stderr.write(`${tellFix(path, finding)}\n`);
    return { path, text: made.text, findings: made.findings };
  });
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  const told = format.print(files, { version: version(), paint: paintFor(isTerminal) });
  if (output === undefined) process.stdout.write(told);
  else writeText(output, told);
  return files.some(({ findings }) => findings.length > 0) ? EXIT.violated : EXIT.held;
}

function tellFix(path: string, { rule, place: { line, column }, fix }: Finding): string {
  return `${path}:${line}:${column}: fixed: ${fix?.says} (${rule.id})`;
}
