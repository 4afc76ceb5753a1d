/**
 * What the lint finds in a feature, as an editor shows it, and its fixes as an editor offers them.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../lint/rule';
import { type OpenFeature, rangeIn, rangeOf } from './open-feature';
import { editsBetween } from './text-edits';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
};

export function diagnosticOf({ rule, place, message }: Finding): Diagnostic {
  return {
    range: rangeOf(place),
    severity: SEVERITY[rule.severity],
    code: rule.id,
    source: 'calicumber',
    message,
  };
}

/** What is said of a feature that is too long to be checked while somebody types. */
export function notChecked(max: number): Diagnostic {
  return {
    range: rangeIn(0, 0, 0),
    severity: DiagnosticSeverity.Information,
    source: 'calicumber',
    message: `longer than ${max} letters, so it is not checked here; calicumber lint checks it`,
  };
}

/** The fixes of what is found within a range. */
export function actionsFor(
  { uri }: OpenFeature,
  findings: readonly Finding[],
  within: Range,
): CodeAction[] {
  return findings.flatMap((finding) => {
    const { fix, place } = finding;
    if (fix === undefined || !touches(rangeOf(place), within)) return [];
    const edits = fix.edits.map((edit) => ({ range: rangeOf(edit.place), newText: edit.text }));
    return [
      {
        title: fix.says,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding)],
        isPreferred: fix.isSafe,
        edit: { changes: { [uri]: edits } },
      },
    ];
  });
}

/** One action for all fixes that need no thought; none where nothing would change. */
export function actionForAll({ uri, text }: OpenFeature, fixed: string): CodeAction[] {
  if (fixed === text) return [];
  const edit = { changes: { [uri]: editsBetween(text, fixed) } };
  return [{ title: 'make all safe fixes', kind: CodeActionKind.SourceFixAll, edit }];
}

function touches(one: Range, other: Range): boolean {
  return compare(one.start, other.end) <= 0 && compare(other.start, one.end) <= 0;
}

function compare(one: Range['start'], other: Range['start']): number {
  return one.line - other.line || one.character - other.character;
}
