/** Pairs of submissions that are nearly the same. */
import type { JSX } from 'preact';
import type { LikePair } from '../../../grade/class/likeness';
import { CLASS_WORDS, moreWords } from '../../words/class-words';
import { Say } from '../../words/say';
import { type People, Person } from './person';

const PAIRS_MAX = 50;

interface LikenessViewProps {
  readonly pairs: readonly LikePair[];
  readonly people: People;
}

export function LikenessView({ pairs, people }: LikenessViewProps): JSX.Element {
  return (
    <section aria-labelledby="likeness">
      <h2 id="likeness">
        <Say words={CLASS_WORDS.likeness} />
      </h2>
      <p class="whole-soft">
        <Say words={CLASS_WORDS.likenessMeaning} />
      </p>
      {pairs.length === 0 && (
        <p>
          <Say words={CLASS_WORDS.noLikeness} />
        </p>
      )}
      {pairs.length > 0 && <Pairs pairs={pairs.slice(0, PAIRS_MAX)} people={people} />}
      {pairs.length > PAIRS_MAX && (
        <p class="whole-soft">
          <Say words={moreWords(pairs.length - PAIRS_MAX)} />
        </p>
      )}
    </section>
  );
}

function Pairs({ pairs, people }: LikenessViewProps): JSX.Element {
  return (
    <table class="whole-table">
      <thead>
        <tr>
          <th scope="col">
            <Say words={CLASS_WORDS.students} />
          </th>
          <th scope="col">
            <Say words={CLASS_WORDS.alike} />
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ students: [one, other], similarity }, at) => (
          <tr key={at}>
            <th scope="row">
              <Person student={one} people={people} /> <Say words={CLASS_WORDS.and} />{' '}
              <Person student={other} people={people} />
            </th>
            <td>{Math.floor(similarity * 100)}&nbsp;%</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
