/**
 * What lives in a page of the site: the search, and what a narrow window folds. The page's own words and
 * ways are there without it.
 */
import { startSearch } from './search-box';

const NARROW = '(max-width: 78rem)';

startSearch();

if (matchMedia(NARROW).matches) {
  document.querySelector<HTMLDetailsElement>('.contents details')?.removeAttribute('open');
}

/** Whoever reads a sentence or a section goes on with the same one in the other language. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });
}
