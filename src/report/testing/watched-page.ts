/**
 * Writes down what a page does that no page of ours does: asks somebody for something, runs what
 * somebody else wrote, opens windows, talks to the reader, or breaks its own policy.
 */
import type { Page } from 'puppeteer-core';

export interface Deed {
  readonly kind: 'request' | 'dialog' | 'window' | 'error' | 'policy' | 'script';
  readonly what: string;
}

/** A text that is run calls this with its name; `watch` then writes down a deed of kind `script`. */
export const FIRED = 'calicumberFired';

/** What a page may load: itself, and what stands in it or was made by it. */
const OWN = /^(data|blob):/;

/** @param address of the page itself; call it before the page is opened */
export async function watch(page: Page, address: string): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  const add = (kind: Deed['kind'], what: string): void => {
    deeds.push({ kind, what });
  };
  page.on('request', (request) => {
    const url = request.url();
    if (!OWN.test(url) && url.replace(/[?#].*$/s, '') !== address) add('request', url);
  });
  page.on('dialog', (dialog) => {
    add('dialog', dialog.message());
    void dialog.dismiss();
  });
  page.on('popup', (popup) => add('window', popup?.url() ?? ''));
  page.on('pageerror', (error) => add('error', String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') add('error', message.text());
  });
  await page.exposeFunction('calicumberPolicy', (what: string) => add('policy', what));
  await page.exposeFunction(FIRED, (what: unknown) => add('script', String(what)));
  await page.evaluateOnNewDocument(`document.addEventListener('securitypolicyviolation', (event) =>
    calicumberPolicy(event.violatedDirective + ': ' + (event.blockedURI || event.sample)))`);
  return deeds;
}
