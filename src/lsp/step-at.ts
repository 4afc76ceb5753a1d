/**
 * The step that somebody points at, with the sentence that it is, and the argument that is pointed at.
 */
import type { Position, Range } from 'vscode-languageserver';
import type { StepFit, WrittenArgument } from '../../steps/support/read-step';
import type { Input } from '../spec/inputs';
import type { Scope } from '../spec/scope';
import { type OpenFeature, rangeIn, spotAt } from './open-feature';

export interface PointedStep {
  readonly fit: StepFit;
  /** Of the sentence. */
  readonly range: Range;
  readonly argument: PointedArgument | undefined;
}

export interface PointedArgument {
  readonly written: WrittenArgument;
  readonly range: Range;
}

/** `undefined` where there is no step, or one that is no sentence or several. */
export function stepAt(
  feature: OpenFeature,
  position: Position,
  fits: (step: string) => readonly StepFit[],
): PointedStep | undefined {
  const spot = spotAt(feature, position);
  if (spot?.line.kind !== 'step') return undefined;
  const rest = spot.text.slice(spot.line.at);
  const start = spot.line.at + rest.length - rest.trimStart().length;
  const [fit, ...others] = fits(rest.trim());
  if (fit === undefined || others.length > 0) return undefined;
  const at = position.character - start;
  const written = fit.written.find((it) => it.start <= at && at <= it.end);
  return {
    fit,
    range: rangeIn(spot.at, start, start + rest.trim().length),
    argument: written && {
      written,
      range: rangeIn(spot.at, start + written.start, start + written.end),
    },
  };
}

/** The lab or the manifest of which the name is pointed at. */
export function inputNamedBy(
  { written, range }: PointedArgument,
  { inputs }: Scope,
): Input | undefined {
  return inputs.find(
    ({ source, step }) =>
      step?.written.place.line === range.start.line + 1 && source.endsWith(`/${written.text}.yaml`),
  );
}
