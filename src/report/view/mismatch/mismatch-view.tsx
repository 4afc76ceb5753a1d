/** What a violated assertion expected beside what there was, and why. */
import type { JSX } from 'preact';
import type { Mismatch } from '../../model/mismatch';
import { MISMATCH_WORDS } from '../../words/mismatch-words';
import { Say, type Wording } from '../../words/say';
import { shown } from '../../words/shown';
import { lineChanges } from './line-changes';
import { LineChangesView } from './line-changes-view';
import { NearestTable } from './nearest-table';

const SUBJECT_MAX = 500;
const TEXT_MAX = 10_000;

export function MismatchView({ mismatch }: { readonly mismatch: Mismatch }): JSX.Element {
  const { subject, cause, nearest } = mismatch;
  const expected = shown(mismatch.expected, TEXT_MAX);
  const actual = shown(mismatch.actual, TEXT_MAX);
  const lines = lineChanges(expected, actual);
  return (
    <section class="mismatch">
      <p class="mismatch-subject">
        <span class="mismatch-sign" aria-hidden="true">
          ✖
        </span>{' '}
        {shown(subject, SUBJECT_MAX)}
      </p>
      {cause !== undefined && (
        <p class="mismatch-cause">
          <b>
            <Say words={MISMATCH_WORDS.cause} />:
          </b>{' '}
          {shown(cause, TEXT_MAX)}
        </p>
      )}
      {lines === undefined ? (
        <dl class="mismatch-sides">
          <Side words={MISMATCH_WORDS.expected} text={expected} kind="expected" />
          <Side words={MISMATCH_WORDS.actual} text={actual} kind="actual" />
        </dl>
      ) : (
        <LineChangesView lines={lines} />
      )}
      {nearest !== undefined && <NearestTable nearest={nearest} />}
    </section>
  );
}

interface SideProps {
  readonly words: Wording;
  readonly text: string;
  readonly kind: 'expected' | 'actual';
}

function Side({ words, text, kind }: SideProps): JSX.Element {
  return (
    <div class={`mismatch-side mismatch-${kind}`}>
      <dt>
        <Say words={words} />
      </dt>
      <dd>
        <pre>{text}</pre>
      </dd>
    </div>
  );
}
