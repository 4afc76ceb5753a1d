/** What stands below a heading of a feature: its tags, and what its author says of it in plain words. */
import type { Tag } from '@cucumber/messages';
import type { JSX } from 'preact';
import { shown } from '../../words/shown';

const TAG_MAX = 200;
const DESCRIPTION_MAX = 10_000;

export function SpecTags({ tags }: { readonly tags: readonly Tag[] }): JSX.Element | null {
  if (tags.length === 0) return null;
  return <p class="spec-tags">{tags.map(({ name }) => shown(name, TAG_MAX)).join(' ')}</p>;
}

/** Paragraphs are set anew: indentation and line ends are the file's, but for those of a list. */
export function SpecDescription({ text }: { readonly text: string }): JSX.Element | null {
  const words = shown(text.trim(), DESCRIPTION_MAX).replace(/^[ \t]+/gm, '');
  if (words === '') return null;
  const paragraphs = words.split(/\n{2,}/).map((one) => one.replace(/\n(?![-*•]|\d+\.)/g, ' '));
  return (
    <>
      {paragraphs.map((paragraph, at) => (
        <p class="spec-words" key={at}>
          {paragraph}
        </p>
      ))}
    </>
  );
}
