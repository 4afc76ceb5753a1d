/**
 * Annotations of GitHub Actions ("Workflow commands for GitHub Actions", Setting an error message), which its
 * pages show beside the lines of a change.
 */
import type { Finding } from '../rule';
import type { Format } from './format';

export const github: Format = {
  name: 'github',
  print: (files) =>
    files
      .flatMap(({ path, findings }) => findings.map((finding) => `${annotation(finding, path)}\n`))
      .join(''),
};

function annotation({ rule, place, message }: Finding, path: string): string {
  const { line, column, endLine, endColumn } = place;
  // Columns only count where all of it stands on one line; the last one is part of it.
  const columns =
    line === endLine && endColumn > column ? [`col=${column}`, `endColumn=${endColumn - 1}`] : [];
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    ...columns,
    `title=${property(rule.id)}`,
  ];
  return `::${rule.severity} ${properties.join(',')}::${data(message)}`;
}

/** As actions/toolkit escapes it (packages/core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
