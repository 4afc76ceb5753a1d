/**
 * Makes of a checkout what a package holds (`npm run compile`): JavaScript with its types in `dist/`, and the
 * NOTICE. The scripts of the pages are there already (`npm run build`).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root';
import { bundledPackages, libraryBundles } from './bundles';
import { noticeOf } from './notice';
import { dropTypesOutOfReach } from './types-in-reach';

const ROOT = packageRoot();
const DIST = join(ROOT, 'dist');
/** What of them is compiled says `tsconfig.dist.json`. */
const ROOMS = ['src', 'steps'];

/** Written by hand, and run as they are: by Node, by Python, by a shell. */
const ASSET = /\.(js|py|sh)$/;
const FOR_CHECKOUTS = /(^|\/)testing\/|^src\/cli\/compile-sources\.js$/;

function compile(): void {
  for (const room of [...ROOMS, 'editor']) {
    rmSync(join(DIST, room), { recursive: true, force: true });
  }
  const words = [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.dist.json'];
  const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
  // The compiler has said why.
  if (status !== 0) process.exit(status ?? 1);
  for (const path of assets()) cpSync(join(ROOT, path), join(DIST, path));
  dropTypesOutOfReach(DIST, [join(DIST, 'steps', 'cucumber.d.ts')]);
  writeGlue();
  const bundles = libraryBundles(ROOT);
  for (const { source, code } of bundles) writeFileSync(compiledOf(source), code);
  writeFileSync(join(ROOT, 'NOTICE'), noticeOf(bundledPackages(ROOT, bundles), ROOT));
}

function compiledOf(source: string): string {
  return join(DIST, source.replace(/\.ts$/, '.js'));
}

/** Paths from the root, with slashes. */
function assets(): readonly string[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(room, name).replaceAll('\\', '/'),
    ),
  ).filter((path) => ASSET.test(path) && !FOR_CHECKOUTS.test(path));
}

/** The sentences as editors want them, said by the catalogue that was compiled a moment ago. */
function writeGlue(): void {
  require(join(DIST, 'steps', 'index.js'));
  const { glueText }: Glue = require(join(DIST, 'src', 'cli', 'init', 'glue.js'));
  const { GLUE }: Editor = require(join(DIST, 'src', 'cli', 'init', 'editor.js'));
  mkdirSync(dirname(join(ROOT, GLUE)), { recursive: true });
  writeFileSync(join(ROOT, GLUE), glueText());
}

type Glue = typeof import('../../cli/init/glue');
type Editor = typeof import('../../cli/init/editor');

compile();
