/**
 * The packages whose code is in a bundle. A library may be a bundle itself, of which the bundler cannot
 * know; so whatever a package in the bundle depends on counts as well.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param inputs files of the bundle, with slashes, from the root
 * @param root the folder that holds `node_modules/`
 * @returns their folders, with slashes, from the root
 */
export function packagesIn(inputs: readonly string[], root: string): readonly string[] {
  const found = new Set<string>();
  const wanted = inputs.flatMap((input) => folderOf(input) ?? []);
  for (let folder = wanted.pop(); folder !== undefined; folder = wanted.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    for (const name of Object.keys(dependencies)) wanted.push(installed(root, folder, name));
  }
  return [...found].sort();
}

function folderOf(input: string): string | undefined {
  return /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** Where Node finds a package that one in a folder requires. */
function installed(root: string, folder: string, name: string): string {
  for (let from = folder; ; from = dirname(from)) {
    const place = from === '.' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
    if (existsSync(join(root, place, 'package.json'))) return place;
    if (from === '.') throw new Error(`${folder} depends on ${name}, which is not installed`);
  }
}
