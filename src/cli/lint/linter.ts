/** The lint of this machine's features. */
import { join } from 'node:path';
import '../../../steps';
import { featureInputNames, featureInputs } from '../../../steps/support/feature-inputs';
import { type Linter, newLinter } from '../../lint/linter';
import { packageRoot } from '../../package/package-root';

/** Labs and manifests are those of a feature's own folder, and else the project's. */
export function linterOfDisk(): Linter {
  const project = join(packageRoot(), 'features');
  return newLinter({
    inputsOf: featureInputs(project),
    namesOf: (feature, room) => featureInputNames(project, feature, room),
  });
}
