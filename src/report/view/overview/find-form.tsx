/**
 * Search and filters. Hidden until the page's script shows it, for without one it does nothing; what was
 * chosen stands in the page's address.
 */
import type { JSX } from 'preact';
import { OVERVIEW_WORDS, shownCountWords } from '../../words/overview-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { VERDICT_WORDS } from '../../words/verdict-words';
import { VERDICT_ORDER } from './scenario-entry';

const NAME_MAX = 100;

interface FindFormProps {
  /** What scenarios can be chosen by: the ids of features, with their names. */
  readonly features: readonly { readonly id: string; readonly name: string }[];
  readonly tags: readonly string[];
  readonly count: number;
}

export function FindForm({ features, tags, count }: FindFormProps): JSX.Element {
  return (
    <search hidden class="overview-find" id="find">
      <label>
        <Say words={OVERVIEW_WORDS.search} /> <input type="search" name="q" autocomplete="off" />
      </label>
      <fieldset>
        <legend>
          <Say words={OVERVIEW_WORDS.verdict} />
        </legend>
        <label>
          <input type="radio" name="verdict" value="" checked /> <Say words={OVERVIEW_WORDS.all} />
        </label>
        {VERDICT_ORDER.map((verdict) => (
          <label key={verdict}>
            <input type="radio" name="verdict" value={verdict} />{' '}
            <Say words={VERDICT_WORDS[verdict]} />
          </label>
        ))}
      </fieldset>
      <label>
        <Say words={OVERVIEW_WORDS.feature} />{' '}
        <select name="feature">
          <option value="">—</option>
          {features.map(({ id, name }) => (
            <option key={id} value={id}>
              {shown(name, NAME_MAX)}
            </option>
          ))}
        </select>
      </label>
      {tags.length > 0 && <TagChoice tags={tags} />}
      <button type="button" name="clear">
        <Say words={OVERVIEW_WORDS.clear} />
      </button>
      <output name="count">
        <Say words={shownCountWords(count, count)} />
      </output>
    </search>
  );
}

function TagChoice({ tags }: Pick<FindFormProps, 'tags'>): JSX.Element {
  return (
    <label>
      <Say words={OVERVIEW_WORDS.tag} />{' '}
      <select name="tag">
        <option value="">—</option>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {shown(tag, NAME_MAX)}
          </option>
        ))}
      </select>
    </label>
  );
}
