/** The page of a class, for who teaches it: how it did as a whole, and each student's checks. */
import { renderToString } from 'preact-render-to-string';
import { PageShell } from '../page/page-shell';
import { PageHeader } from '../view/overview/page-header';
import { Say, type Wording } from '../words/say';
import { ClassView, type ClassViewProps } from './whole/class-view';

interface ClassPageProps extends ClassViewProps {
  /** Of the assignment. */
  readonly title: Wording;
}

export function classPage({ title, ...props }: ClassPageProps): string {
  const shell = new PageShell('class');
  const header = (
    <PageHeader to="content">
      <Say words={title} />
    </PageHeader>
  );
  return [
    shell.start(title.en),
    renderToString(header),
    renderToString(<ClassView {...props} />),
    '\n',
    shell.end(),
  ].join('');
}
