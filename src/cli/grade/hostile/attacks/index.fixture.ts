/** All attacks, by family. */
import type { Attack } from '../attack.fixture';
import { ARCHIVES } from './archives.fixture';
import { CODE } from './code.fixture';
import { FEATURES } from './features.fixture';
import { FOLDERS } from './folders.fixture';
import { HEAVY } from './heavy.fixture';
import { MANIFESTS } from './manifests.fixture';
import { NAMES } from './names.fixture';
import { SCRIPTS } from './scripts.fixture';

export const ATTACKS: readonly Attack[] = [
  ...ARCHIVES,
  ...FOLDERS,
  ...MANIFESTS,
  ...SCRIPTS,
  ...FEATURES,
  ...HEAVY,
  ...CODE,
  ...NAMES,
];
