/**
 * The one script and the one style of a page, out of `dist/report/`. A package holds them; a checkout
 * makes them anew whenever a file that went into them has changed.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isCheckout } from '../../package/package-root';
import { BUNDLE_NAMES, type BundleName, DIST, INPUTS, ROOT } from './bundle-place';

export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

export function pageBundle(name: BundleName): PageBundle {
  if (isCheckout() && !isFresh()) makerOfBundles().buildPage();
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

/** Loaded late: it needs esbuild, which packages come without. */
function makerOfBundles(): typeof import('./build-page') {
  return require('./build-page');
}
