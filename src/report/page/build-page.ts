/**
 * Makes `dist/report/page.js` and `page.css` of the live part of the pages (`npm run build`): each one
 * file that needs no other. Put in place whole, for several processes may do so at once.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { DIST, INPUTS, ROOT } from './bundle-place';

const CLIENT = join(ROOT, 'src', 'report', 'client');

export function buildPage(): void {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: { page: join(CLIENT, 'main.tsx'), style: join(CLIENT, 'page.css') },
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
  for (const { path, text } of outputFiles)
    put(path.endsWith('.css') ? 'page.css' : 'page.js', text);
}

function put(name: string, text: string): void {
  const unfinished = join(DIST, `${name}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, join(DIST, name));
}

if (require.main === module) buildPage();
