/**
 * Which labs and manifests a feature means: those of its own features/ folder, and where that has none
 * of the name, the project's.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inputFiles, inputNames } from './input-files';
import type { ReadInput } from './world';

/** Is told each time that a feature reads an input, of all places where it is looked for. */
export type InputFollower = (feature: string, places: readonly string[]) => void;

let follower: InputFollower | undefined;

/** Whoever runs a feature again when its inputs are saved follows what features read in this process. */
export function followInputs(next: InputFollower): void {
  follower = next;
}

/** @param project the folder features/ of this project */
export function featureInputs(project: string): (feature: string) => ReadInput {
  const ofProject = inputFiles(project);
  const ofFolder = new Map<string, ReadInput>([[project, ofProject]]);
  return (feature) => {
    const folder = featuresFolderOf(resolve(feature));
    const read = ofFolder.get(folder) ?? firstOf(folder, ofProject);
    ofFolder.set(folder, read);
    return (room, name) => {
      const folders = [...new Set([folder, project])];
      follower?.(
        feature,
        folders.map((own) => join(own, room, `${name}.yaml`)),
      );
      return read(room, name);
    };
  };
}

/** The names that a feature can give, its own first. @param project as for `featureInputs` */
export function featureInputNames(
  project: string,
  feature: string,
  room: Parameters<ReadInput>[0],
): readonly string[] {
  const folders = [featuresFolderOf(resolve(feature)), project];
  return [...new Set(folders.flatMap((folder) => inputNames(folder, room)))];
}

/** The nearest folder called `features` above a feature, or else the folder that it is in. */
export function featuresFolderOf(feature: string): string {
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
