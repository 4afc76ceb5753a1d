/**
 * The language server's surroundings where there is a disk: features in folders, with their labs and
 * manifests beside them, and the sources of the steps.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { featureInputNames, featureInputs } from '../../../steps/support/feature-inputs';
import type { SourceFile, Surroundings } from '../../lsp/surroundings';
import { packageRoot } from '../../package/package-root';

/** The sources; in a package what was made of them. */
const STEPS = join(__dirname, '..', '..', '..', 'steps');

/** While somebody types, nothing is checked. */
const PAUSE_MS = 150;

export function surroundingsOfDisk(): Surroundings {
  const project = join(packageRoot(), 'features');
  return {
    inputs: {
      inputsOf: featureInputs(project),
      namesOf: (feature, room) => featureInputNames(project, feature, room),
    },
    stepFiles,
    pathOf: (uri) => filePathOf(uri) ?? join(project, 'unsaved.feature'),
    uriOf: (path) => pathToFileURL(path).href,
    later: (act) => {
      const timer = setTimeout(act, PAUSE_MS);
      return () => clearTimeout(timer);
    },
  };
}

/** `undefined` for a document that is no file of this machine. */
function filePathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function stepFiles(): readonly SourceFile[] {
  return readdirSync(STEPS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.steps\.[jt]s$/.test(name))
    .map((name) => join(STEPS, name))
    .map((path) => ({ uri: pathToFileURL(path).href, text: readFileSync(path, 'utf8') }));
}
