/**
 * Which labs and manifests a feature means: those of its own features/ folder, and where that has none
 * of the name, the project's.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inputFiles } from './input-files';
import type { ReadInput } from './world';

/** @param project the folder features/ of this project; each file is read once */
export function featureInputs(project: string): (feature: string) => ReadInput {
  const ofProject = inputFiles(project);
  const ofFolder = new Map<string, ReadInput>([[project, ofProject]]);
  return (feature) => {
    const folder = featuresFolderOf(resolve(feature));
    const read = ofFolder.get(folder) ?? firstOf(folder, ofProject);
    ofFolder.set(folder, read);
    return read;
  };
}

/** The nearest folder called `features` above a feature, or else the folder that it is in. */
function featuresFolderOf(feature: string): string {
  for (let folder = dirname(feature); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === 'features') return folder;
  }
  return dirname(feature);
}

function firstOf(folder: string, fallback: ReadInput): ReadInput {
  const own = inputFiles(folder);
  return (room, name) => {
    if (!existsSync(join(folder, room))) return fallback(room, name);
    try {
      return own(room, name);
    } catch (missing) {
      try {
        return fallback(room, name);
      } catch {
        // Its own names are the likelier ones to have been meant.
        throw missing;
      }
    }
  };
}
