/**
 * How every page begins and ends: the one style and the one script, which the policy of the page
 * (Content-Security-Policy) names by their hashes; nothing else runs, and nothing is loaded.
 */
import { createHash } from 'node:crypto';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { shown } from '../words/shown';
import type { BundleName } from './bundle-place';
import { type PageBundle, pageBundle } from './page-bundle';

const TITLE_MAX = 200;

export class PageShell {
  readonly #bundle: PageBundle;

  constructor(name: BundleName = 'page') {
    this.#bundle = pageBundle(name);
  }

  /** All that stands before the content of `<body>`. */
  start(title: string): string {
    const { style } = this.#bundle;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(this.#bundle)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
${renderToString(h('title', null, shown(title, TITLE_MAX)))}
<style>${style}</style>
</head>
<body>
`;
  }

  /** All that stands behind it. */
  end(): string {
    return `<script>${this.#bundle.script}</script>\n</body>\n</html>\n`;
  }
}

function policyOf({ script, style }: PageBundle): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
