/**
 * A page that is all there when it is opened (a specification, a history): its content and the switch
 * of languages in the shell of all pages.
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LanguageSwitch } from '../view/overview/language-switch';
import { PageShell } from './page-shell';

/** @param title of the browser's tab */
export function stillPage(title: string, content: JSX.Element): string {
  const shell = new PageShell();
  const head = (
    <header class="overview-header">
      <LanguageSwitch />
    </header>
  );
  return `${shell.start(title)}${renderToString(head)}\n${renderToString(content)}\n${shell.end()}`;
}
