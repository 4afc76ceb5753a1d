/**
 * The search of the site, for its pages and its tests: sections go in, and those come out in which
 * all words occur, the likeliest first.
 */
import type MiniSearchClass from 'minisearch';
import { termsOf, termsOfQuery } from './terms';

// The package is one class, which an `import` gives to some compilers and not to others.
const MiniSearch = require('minisearch') as typeof MiniSearchClass;

/** A heading and what stands below it, up to the next. */
export interface Section {
  /** From the folder of the language: `report.html#the-verdicts`. */
  readonly place: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
  /** What is shown there: examples, commands and what they print. */
  readonly code: string;
}

export type Search = (words: string) => readonly Section[];

/** Shorter words that are mistyped could be any other. */
const FUZZY_LENGTH_MIN = 5;

export function searchIn(sections: readonly Section[]): Search {
  const index = new MiniSearch<Section & { readonly id: number }>({
    fields: ['title', 'text', 'page', 'code'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: termsOfQuery,
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (/^[a-z]+$/.test(term) && term.length >= FUZZY_LENGTH_MIN ? 0.2 : false),
      // Nearly every example has a ping in it; who looks for pings means the text.
      boost: { title: 4, page: 2, code: 0.2 },
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return (words) =>
    index.search(words).flatMap(({ id }) => {
      const section = sections[id];
      return section === undefined ? [] : [section];
    });
}
