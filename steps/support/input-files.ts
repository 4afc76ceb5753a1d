/**
 * Labs and manifests as files of the project: features/labs/NAME.yaml, features/manifests/NAME.yaml.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMeanOneOf } from '../../src/base/nearest-name';
import { NotEstablishedError } from './not-established';
import type { ReadInput } from './world';

/** Names have no slashes or dots: a feature cannot reach for other files. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** @param root the folder that holds labs/ and manifests/; each file is read once */
export function inputFiles(root: string): ReadInput {
  const read = new Map<string, ReturnType<ReadInput>>();
  return (room, name) => {
    const key = `${room}/${name}`;
    const known = read.get(key) ?? readInputFile(root, room, name);
    read.set(key, known);
    return known;
  };
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
      `there is no file ${source}${didYouMeanOneOf(name, namesIn(folder))}`,
    );
  }
  return { yaml: readFileSync(path, 'utf8'), source };
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length));
}
