/** For people: the place, the message, the line with a caret, and what --fix would make of it. */
import { drawExcerpt } from '../../manifest/excerpt';
import type { Finding, Severity } from '../rule';
import type { Colour, Format, FormatOptions, LintedFile } from './format';

export const text: Format = {
  name: 'text',
  print: (files, options) => {
    const found = files.flatMap((file) =>
      file.findings.map((finding) => tell(finding, file, options)),
    );
    return `${[...found, count(files, options)].join('\n\n')}\n`;
  },
};

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow' };

function tell(
  { rule, place: { line, column }, message, fix }: Finding,
  { path, text: whole }: LintedFile,
  { paint }: FormatOptions,
): string {
  const where = paint('bold', `${path}:${line}:${column}`);
  const head = `${where}: ${paint(COLOURS[rule.severity], rule.severity)}: ${message}`;
  const rest = fix?.isSafe === true ? `\n  --fix: ${fix.says}` : '';
  return `${head} ${paint('gray', `(${rule.id})`)}\n${drawExcerpt(whole, line, column)}${paint('green', rest)}`;
}

function count(files: readonly LintedFile[], { paint }: FormatOptions): string {
  const findings = files.flatMap((file) => file.findings);
  const looked = plural(files.length, 'feature');
  if (findings.length === 0) return paint('green', `${looked}: nothing found`);
  const errors = findings.filter(({ rule }) => rule.severity === 'error').length;
  const warnings = findings.length - errors;
  const kinds = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  const fixable = findings.filter(({ fix }) => fix?.isSafe === true).length;
  const advice = fixable === 0 ? '' : `; --fix puts ${fixable} right`;
  return `${looked}: ${kinds.join(', ')}${advice}`;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
