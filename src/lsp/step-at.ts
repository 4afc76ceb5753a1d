/**
 * The step that somebody points at, with the sentence that it is, and the argument that is pointed at.
 */
import type { Position, Range } from 'vscode-languageserver';
import type { StepFit, WrittenArgument } from '../../steps/support/read-step';
import { type Step, sentenceOf } from '../spec/spec';
import { rangeOf } from './open-feature';

export interface PointedStep {
  readonly step: Step;
  readonly fit: StepFit;
  /** Of the sentence. */
  readonly range: Range;
  readonly argument: PointedArgument | undefined;
}

export interface PointedArgument {
  readonly written: WrittenArgument;
  readonly range: Range;
}

/** `undefined` for a step that is no sentence, or several. */
export function pointedStep(step: Step, position: Position): PointedStep | undefined {
  const fit = sentenceOf(step);
  if (fit === undefined) return undefined;
  const [argument] = fit.written.flatMap((written) => {
    // In an outline it may stand in a row, which is another line.
    const place = step.text.edit(written.start, written.end, '')?.place;
    const range = place && rangeOf(place);
    return range !== undefined && isIn(range, position) ? [{ written, range }] : [];
  });
  return { step, fit, range: rangeOf(step.written.text.place), argument };
}

function isIn({ start, end }: Range, { line, character }: Position): boolean {
  return line === start.line && start.character <= character && character <= end.character;
}
