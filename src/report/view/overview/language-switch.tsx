/** The switch of languages; hidden until the page's script shows it. */
import type { JSX } from 'preact';
import { OVERVIEW_WORDS } from '../../words/overview-words';
import { Say } from '../../words/say';

export function LanguageSwitch(): JSX.Element {
  return (
    <fieldset class="overview-languages" hidden>
      <legend class="hidden-words">
        <Say words={OVERVIEW_WORDS.language} />
      </legend>
      <button type="button" data-language="en" lang="en">
        English
      </button>
      <button type="button" data-language="ko" lang="ko">
        한국어
      </button>
    </fieldset>
  );
}
