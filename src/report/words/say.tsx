/**
 * Words in both languages of the page. Both stand in the markup, each under its `lang`, and the page's
 * style shows those of `<html lang>`: so the switch needs no new rendering, and a page that was made as a
 * string speaks both. Texts of features, tools and the engine are not words of the page and stand as they
 * are.
 */
import type { JSX } from 'preact';
import type { Wording } from '../../base/wording';

export type { Wording };

/** Inside HTML. */
export function Say({ words }: { readonly words: Wording }): JSX.Element {
  return (
    <>
      <span lang="en">{words.en}</span>
      <span lang="ko">{words.ko}</span>
    </>
  );
}

/** Inside `<text>` of an SVG. */
export function SayInSvg({ words }: { readonly words: Wording }): JSX.Element {
  return (
    <>
      <tspan lang="en">{words.en}</tspan>
      <tspan lang="ko">{words.ko}</tspan>
    </>
  );
}
