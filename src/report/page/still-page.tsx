/**
 * A page that is all there when it is opened (a specification, a history): its content, the switch of
 * languages, and the one script and style of all pages, which its policy knows by their hashes.
 */
import { createHash } from 'node:crypto';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { pageBundle } from './page-bundle';

/** @param title of the browser's tab */
export function stillPage(title: string, content: JSX.Element): string {
  const { script, style } = pageBundle();
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    renderToString(<title>{title}</title>),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    renderToString(<LanguageSwitch />),
    renderToString(content),
    `<script>${script}</script>`,
    '</body>',
    '</html>\n',
  ].join('\n');
}

function LanguageSwitch(): JSX.Element {
  return (
    <header class="page-head">
      <button type="button" data-language="en" lang="en">
        English
      </button>
      <button type="button" data-language="ko" lang="ko">
        한국어
      </button>
    </header>
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
