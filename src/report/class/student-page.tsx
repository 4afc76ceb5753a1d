/** A student's page: all that `Feedback` says, and nothing else. It is read without a script and a network. */
import { renderToString } from 'preact-render-to-string';
import type { Feedback } from '../../grade/feedback/feedback';
import { PageShell } from '../page/page-shell';
import { PageHeader } from '../view/overview/page-header';
import { Say } from '../words/say';
import { shown } from '../words/shown';
import { STUDENT_WORDS } from '../words/student-words';
import { StudentView } from './student/student-view';

const NAME_MAX = 200;

/** @param shell who writes many pages makes it once */
export function studentPage(feedback: Feedback, shell = new PageShell('class')): string {
  const { student, assignment } = feedback;
  const header = (
    <PageHeader to="content">
      <Say words={STUDENT_WORDS.title} /> {shown(student, NAME_MAX)}
    </PageHeader>
  );
  return [
    shell.start(`${assignment}: ${student}`),
    renderToString(header),
    renderToString(<StudentView feedback={feedback} />),
    '\n',
    shell.end(),
  ].join('');
}
