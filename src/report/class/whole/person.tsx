/** A student, by his name, and the way to his page. */
import type { JSX } from 'preact';
import { shown } from '../../words/shown';

/** How students are called and where their pages are. */
export interface People {
  /** Names by students, as a roster has them; who is not in it is called by his submission. */
  readonly names?: ReadonlyMap<string, string>;
  /** The path of a student's page from this one, with slashes: `feedback/kim/index.html`. */
  readonly pageOf: (student: string) => string;
}

interface PersonProps {
  readonly student: string;
  readonly people: People;
}

const NAME_MAX = 80;

export function Person({ student, people: { names, pageOf } }: PersonProps): JSX.Element {
  const name = names?.get(student);
  return (
    <>
      <a href={hrefOf(pageOf(student))}>{shown(name ?? student, NAME_MAX)}</a>
      {name !== undefined && <span class="whole-soft"> {shown(student, NAME_MAX)}</span>}
    </>
  );
}

/** Begins with a dot, so that no name is taken for a scheme; half a character has no place in a link. */
function hrefOf(path: string): string {
  return `./${path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}
