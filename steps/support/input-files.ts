/**
 * Labs and manifests as files of the project: features/labs/NAME.yaml, features/manifests/NAME.yaml.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMeanOneOf } from '../../src/base/nearest-name';
import { NotEstablishedError } from './not-established';
import type { ReadInput } from './world';

/** Names have no slashes or dots: a feature cannot reach for other files. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** @param root the folder that holds labs/ and manifests/; a file is read again only when it was saved again */
export function inputFiles(root: string): ReadInput {
  const read = new Map<string, { readonly save: string; readonly file: ReturnType<ReadInput> }>();
  return (room, name) => {
    const key = `${room}/${name}`;
    const save = saveOf(join(root, room, `${name}.yaml`));
    const known = read.get(key);
    if (known !== undefined && known.save === save) return known.file;
    const file = readInputFile(root, room, name);
    read.set(key, { save, file });
    return file;
  };
}

/** Another text for each time that a file was saved; none for a file that is not there, or cannot be. */
function saveOf(path: string): string {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? '' : `${stats.ino} ${stats.mtimeNs} ${stats.size}`;
  } catch {
    // No name of a file, such as one that is too long; what is wrong is said when it is read.
    return '';
  }
}

function readInputFile(
  root: string,
  ...[room, name]: Parameters<ReadInput>
): ReturnType<ReadInput> {
  const folder = join(root, room);
  const source = `features/${room}/${name}.yaml`;
  const path = join(folder, `${name}.yaml`);
  if (!FILE_NAME.test(name) || !existsSync(path)) {
    throw new NotEstablishedError(
      `there is no file ${source}${didYouMeanOneOf(name, inputNames(root, room))}`,
    );
  }
  return { yaml: readFileSync(path, 'utf8'), source, path };
}

/** The names of all files of a room. */
export function inputNames(root: string, room: Parameters<ReadInput>[0]): readonly string[] {
  const folder = join(root, room);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length));
}
