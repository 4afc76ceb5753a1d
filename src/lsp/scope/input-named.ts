/** The lab or the manifest of which the name is pointed at. */
import type { Input } from '../../spec/inputs';
import type { Scope } from '../../spec/scope';
import type { Step } from '../../spec/spec';
import type { PointedArgument } from '../step-at';

export function inputNamedBy(
  { written }: PointedArgument,
  step: Step,
  { inputs }: Scope,
): Input | undefined {
  return inputs.find(
    (input) => input.step === step && input.source.endsWith(`/${written.text}.yaml`),
  );
}
