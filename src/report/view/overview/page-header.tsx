/** The head of a page: a way past it, its title, and the switch of languages. */
import type { ComponentChildren, JSX } from 'preact';
import { OVERVIEW_WORDS } from '../../words/overview-words';
import { Say } from '../../words/say';
import { LanguageSwitch } from './language-switch';

interface PageHeaderProps {
  /** The id of what the page is about. */
  readonly to: string;
  readonly children: ComponentChildren;
}

export function PageHeader({ to, children }: PageHeaderProps): JSX.Element {
  return (
    <header class="overview-header">
      <a class="overview-skip" href={`#${to}`}>
        <Say words={OVERVIEW_WORDS.skip} />
      </a>
      <h1>{children}</h1>
      <LanguageSwitch />
    </header>
  );
}
