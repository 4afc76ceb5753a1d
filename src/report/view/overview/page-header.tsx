/** The head of a page: a way past it, its title, and the switch of languages, which a script shows. */
import type { ComponentChildren, JSX } from 'preact';
import { OVERVIEW_WORDS } from '../../words/overview-words';
import { Say } from '../../words/say';

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
      <fieldset class="overview-languages" hidden>
        <legend class="hidden-words">
          <Say words={OVERVIEW_WORDS.language} />
        </legend>
        <button type="button" data-language="en">
          English
        </button>
        <button type="button" data-language="ko">
          한국어
        </button>
      </fieldset>
    </header>
  );
}
