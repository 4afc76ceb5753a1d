/** A page that is all there when it is opened: a specification, a history. */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageHeader } from '../view/overview/page-header';
import { Say, type Wording } from '../words/say';
import { PageShell } from './page-shell';

/** @param content a `<main>` with the id `content` */
export function stillPage(title: Wording, content: JSX.Element): string {
  const shell = new PageShell();
  const header = (
    <PageHeader to="content">
      <Say words={title} />
    </PageHeader>
  );
  return [
    shell.start(`Calicumber: ${title.en}`),
    renderToString(header),
    renderToString(content),
    '\n',
    shell.end(),
  ].join('');
}
