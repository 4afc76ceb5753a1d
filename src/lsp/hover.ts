/**
 * What an editor shows of the thing that is pointed at: a name with where it is defined, a file with its text,
 * and else the sentence.
 */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Step } from '../spec/spec';
import { inputNamedBy } from './scope/input-named';
import { nameOf } from './scope/offered-names';
import type { ScopeAt } from './scope/scopes';
import { sentenceDoc } from './sentence-doc';
import type { PointedArgument, PointedStep } from './step-at';

/** More of a file is read where it lies. */
const LINES_MAX = 40;

export function hoverOf({ step, fit, range, argument }: PointedStep, at: ScopeAt): Hover {
  const said = argument && (describeFile(argument, step, at) ?? describe(argument, at));
  if (argument !== undefined && said !== undefined) return hover(said, argument.range);
  return hover(sentenceDoc(fit.entry, fit.wording), range);
}

function hover(value: string, range: PointedArgument['range']): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

function describe({ written }: PointedArgument, { scope, names }: ScopeAt): string | undefined {
  const offered = nameOf(written, names);
  if (offered?.name === undefined) return undefined;
  const definition = scope?.definitionOf(offered.name);
  const where = definition && `${definition.source}:${definition.place.line}`;
  return [`**${offered.text}**: ${offered.detail}`, ...(where === undefined ? [] : [where])].join(
    '\n\n',
  );
}

function describeFile(
  argument: PointedArgument,
  step: Step,
  { scope }: ScopeAt,
): string | undefined {
  const input = scope && inputNamedBy(argument, step, scope);
  if (input === undefined) return undefined;
  const lines = input.yaml.trimEnd().split(/\r?\n/);
  const shown = lines.length > LINES_MAX ? [...lines.slice(0, LINES_MAX), '# …'] : lines;
  return [`**${input.source}**`, ['```yaml', ...shown, '```'].join('\n')].join('\n\n');
}
