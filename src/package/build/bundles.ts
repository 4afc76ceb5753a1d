/**
 * Libraries that a package holds in itself, compiled into the file that loads them. The shell's language
 * would bring 60 MB along, most of it for commands that no host here has, and a library that is compiled
 * when it is installed; with it half a minute goes by before the first scenario.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { packagesIn } from './packages-in';

/** The one file that loads each. */
export const LOADERS: readonly string[] = ['src/shell/language/library.ts'];

/** For commands that hosts do not have: a data base, and archives of two kinds. */
const NEVER_LOADED = ['sql.js', '@mongodb-js/zstd', 'node-liblzma'];

export interface LibraryBundle {
  /** The source that it takes the place of, with slashes, from the root. */
  readonly source: string;
  /** JavaScript for `require`. */
  readonly code: string;
  /** The files that went into it, with slashes, from the root. */
  readonly inputs: readonly string[];
}

/** @param root of the checkout */
export function libraryBundles(root: string): readonly LibraryBundle[] {
  return LOADERS.map((source) => {
    const { metafile, outputFiles } = buildSync({
      absWorkingDir: root,
      entryPoints: [source],
      bundle: true,
      minify: true,
      charset: 'utf8',
      platform: 'node',
      format: 'cjs',
      target: 'node20.19',
      external: NEVER_LOADED,
      legalComments: 'none',
      metafile: true,
      write: false,
      logLevel: 'error',
    });
    const code = outputFiles.map(({ text }) => text).join('');
    return { source, code, inputs: Object.keys(metafile.inputs) };
  });
}

/**
 * The packages whose code a package of ours holds, in bundles of libraries and in the scripts of the pages.
 * @returns their folders, with slashes, from the root
 * @throws Error where the scripts of the pages were not made yet
 */
export function bundledPackages(
  root: string,
  libraries: readonly LibraryBundle[] = libraryBundles(root),
): readonly string[] {
  const file = join(root, 'dist', 'report', 'inputs.json');
  const ofPages: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
  return packagesIn([...ofPages, ...libraries.flatMap(({ inputs }) => inputs)], root);
}
