/**
 * Makes the script and the style of each kind of page in `dist/report/` (`npm run build`): each one file
 * that needs no other. Put in place whole, for several processes may do so at once.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { type BundleName, DIST, INPUTS, ROOT } from './bundle-place';

const REPORT = join(ROOT, 'src', 'report');

/** A script and a style for each. */
const ENTRY_POINTS = {
  page: ['client/main.tsx', 'client/page.css'],
  class: ['class/client/main.ts', 'class/client/class.css'],
} satisfies Record<BundleName, readonly string[]>;

export function buildPage(): void {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(ENTRY_POINTS).flatMap(([out, files]) =>
      files.map((file) => ({ in: join(REPORT, file), out })),
    ),
    outdir: DIST,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  mkdirSync(DIST, { recursive: true });
  put(INPUTS, JSON.stringify(Object.keys(metafile.inputs)));
  for (const { path, text } of outputFiles) put(basename(path), text);
}

function put(name: string, text: string): void {
  const unfinished = join(DIST, `${name}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, join(DIST, name));
}

if (require.main === module) buildPage();
