/** Where the script and the style of the pages stand, and what they were made of. */
import { join } from 'node:path';
import { packageRoot } from '../../package/package-root';

export const ROOT = packageRoot();
export const DIST = join(ROOT, 'dist', 'report');
/** The files that the bundle was made of, from the root of the project, as JSON. */
export const INPUTS = 'inputs.json';

/** `page`: of runs, specifications and histories. `class`: of grades, without what looks into frames. */
export const BUNDLE_NAMES = ['page', 'class'] as const;
export type BundleName = (typeof BUNDLE_NAMES)[number];
