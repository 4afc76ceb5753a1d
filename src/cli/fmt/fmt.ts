/** Formats features, or says which would change. */
import { formatFeature } from '../../spec/format-feature';
import { EXIT, type ExitCode } from '../exit-code';
import { featureFiles } from '../run/feature-files';
import { readFeature, writeText } from '../run/feature-text';

export interface FmtOptions {
  /** Whether nothing is written. */
  readonly check?: boolean;
}

/** @throws CliError where there is no feature */
export function fmt(given: readonly string[], { check }: FmtOptions): ExitCode {
  const files = featureFiles(given);
  let changed = 0;
  let unread = 0;
  for (const path of files) {
    const before = readFeature(path);
    const { text, problems, isRefused } = formatFeature(before);
    for (const { place, says } of problems) {
      process.stderr.write(`${path}:${place.line}:${place.column}: ${says}\n`);
    }
    if (isRefused)
      process.stderr.write(`${path}: left as it is, for formatted it would say less\n`);
    if (problems.length > 0) unread += 1;
    if (text === before) continue;
    changed += 1;
    process.stdout.write(check === true ? `${path} is not formatted\n` : `formatted ${path}\n`);
    if (check !== true) writeText(path, text);
  }
  const what = check === true ? 'not formatted' : 'formatted anew';
  process.stdout.write(
    `${files.length} ${files.length === 1 ? 'feature' : 'features'}, ${changed} ${what}\n`,
  );
  if (unread > 0) return EXIT.notEstablished;
  return check === true && changed > 0 ? EXIT.violated : EXIT.held;
}
