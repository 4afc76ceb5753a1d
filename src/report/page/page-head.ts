/**
 * How every page begins: nothing is loaded from anywhere, and nobody is told where the reader came from.
 */
import { escapeText } from '../escape';
import { PAGE_STYLE } from './page-style';

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

export function pageHead(title: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>${PAGE_STYLE}</style>`;
}
