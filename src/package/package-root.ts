/**
 * Where this program's own files are: the folder with its package.json, above the sources in a checkout and
 * above `dist/` in a package that was installed. Labs, features, schemas and templates lie there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

let root: string | undefined;

/** @returns an absolute path, without a slash at its end */
export function packageRoot(): string {
  root ??= rootAbove(__dirname);
  return root;
}

/** Whether the sources are here; what is under `dist/` may then be older than they are. */
export function isCheckout(): boolean {
  return existsSync(join(packageRoot(), 'src', 'package', 'package-root.ts'));
}

/**
 * The folder that holds all packages that this program needs, and those that they need: in a checkout its
 * own, in a package the outermost that it lies in.
 */
export function packagesFolder(): string {
  const own = packageRoot();
  let found = join(own, 'node_modules');
  for (let folder = own; folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === 'node_modules') found = folder;
  }
  return found;
}

/** @returns the folder of a package that this program can load; `undefined` where there is none */
export function packageOf(name: string): string | undefined {
  const folders = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name));
  return folders.find((folder) => existsSync(join(folder, 'package.json')));
}

function rootAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'calicumber') {
    return folder;
  }
  if (folder === dirname(folder)) throw new Error(`${__dirname} is in no folder of calicumber`);
  return rootAbove(dirname(folder));
}
