/**
 * The one script and the one style of a page, out of `dist/report/`. A package that was published
 * holds them; a checkout makes them anew whenever a file that went into them has changed.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_NAMES, type BundleName, DIST, INPUTS, ROOT } from './bundle-place';

export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

/** @throws Error where there is no bundle and nothing to make one with */
export function pageBundle(name: BundleName): PageBundle {
  if (!isFresh()) makeBundle();
  return {
    script: readFileSync(join(DIST, `${name}.js`), 'utf8'),
    style: readFileSync(join(DIST, `${name}.css`), 'utf8'),
  };
}

const FILES = BUNDLE_NAMES.flatMap((name) => [`${name}.js`, `${name}.css`]);

function isFresh(): boolean {
  if (![...FILES, INPUTS].every((name) => existsSync(join(DIST, name)))) return false;
  const madeAt = statSync(join(DIST, 'page.js')).mtimeMs;
  const inputs: readonly string[] = JSON.parse(readFileSync(join(DIST, INPUTS), 'utf8'));
  return inputs.every((input) => {
    const stats = statSync(join(ROOT, input), { throwIfNoEntry: false });
    return stats !== undefined && stats.mtimeMs <= madeAt;
  });
}

function makeBundle(): void {
  const maker = makerOfBundles();
  if (maker !== undefined) maker.buildPage();
  else if (!FILES.every((name) => existsSync(join(DIST, name)))) {
    throw new Error(`${DIST} does not hold the pages' scripts; "npm run build" makes it`);
  }
}

/** Loaded late: a published package comes without esbuild, and with the bundle. */
function makerOfBundles(): typeof import('./build-page') | undefined {
  try {
    return require('./build-page');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return;
    throw error;
  }
}
