/**
 * The sentences as a part of a page: by kind and topic, each with what it does, an example that holds and
 * its wording in the other language. The address of a sentence is its id, in every language.
 */
import { renderToString } from 'preact-render-to-string';
import { catalogue } from '../../../steps';
import {
  type CatalogueEntry,
  type Language,
  type StepKind,
  wordingIn,
} from '../../../steps/support/catalogue';
import { keywordFor } from '../../../steps/support/keywords';
import { codeBlock } from '../markdown/code-block';
import type { Heading, PagePart } from '../markdown/page-content';
import { LANGUAGES } from '../pages';
import type { Section } from '../search/search';
import { filled, WORDS } from '../words';
import { TOPICS, type Topic, topicOf } from './topics';

interface Kind {
  readonly kind: StepKind;
  readonly title: Readonly<Record<Language, string>>;
}

const KINDS: readonly Kind[] = [
  { kind: 'given', title: { en: 'Given: how the cluster is', ko: '먼저: 클러스터의 상태' } },
  { kind: 'when', title: { en: 'When: what is done', ko: '만일: 하는 일' } },
  { kind: 'then', title: { en: 'Then: what is demanded', ko: '그러면: 확인하는 것' } },
];

type GroupedKind = Kind & { readonly groups: readonly Group[] };

interface Group {
  readonly topic: Topic;
  readonly slug: string;
  readonly entries: readonly CatalogueEntry[];
}

export function cataloguePart(language: Language): PagePart {
  const { entries } = catalogue();
  const kinds = KINDS.map((it) => ({ ...it, groups: groupsOf(entries, it.kind) }));
  return {
    html: kinds
      .map((kind) => renderToString(<SentencesOfKind {...kind} language={language} />))
      .join(''),
    headings: kinds.flatMap((kind) => headingsOf(kind, language)),
    sections: entries.map((entry) => sectionOf(entry, language)),
  };
}

function groupsOf(entries: readonly CatalogueEntry[], kind: StepKind): readonly Group[] {
  const ofKind = entries.filter((entry) => entry.kind === kind);
  return TOPICS.map((topic) => ({
    topic,
    slug: `${kind}-${topic.name}`,
    entries: ofKind.filter((entry) => topicOf(entry) === topic),
  })).filter((group) => group.entries.length > 0);
}

function headingsOf({ kind, title, groups }: GroupedKind, language: Language): readonly Heading[] {
  const topics = groups.map(({ topic, slug }) => ({ level: 3, slug, text: topic.title[language] }));
  return [{ level: 2, slug: kind, text: title[language] }, ...topics];
}

function sectionOf(entry: CatalogueEntry, language: Language): Omit<Section, 'page'> {
  const { pattern, says, example } = wordingIn(entry, language);
  const others = entry.wordings.filter((other) => other.language !== language);
  const words = [says, ...others.map((other) => other.pattern), entry.id];
  return {
    place: `#${entry.id}`,
    title: `${keywordFor(entry.kind, language)} ${pattern}`,
    text: words.join(' '),
    code: example.replace(/\s+/g, ' '),
  };
}

function SentencesOfKind({
  kind,
  title,
  groups,
  language,
}: GroupedKind & { readonly language: Language }) {
  return (
    <section>
      <h2 id={kind}>{title[language]}</h2>
      {groups.map(({ topic, slug, entries }) => (
        <>
          <h3 id={slug}>{topic.title[language]}</h3>
          {entries.map((entry) => (
            <Sentence entry={entry} language={language} />
          ))}
        </>
      ))}
    </section>
  );
}

function Sentence({
  entry,
  language,
}: {
  readonly entry: CatalogueEntry;
  readonly language: Language;
}) {
  const words = WORDS[language];
  const { pattern, says, example } = wordingIn(entry, language);
  const steps = `${example.replace(/^[ \t]+(?=\S)/gm, (indent) => indent.slice(6)).trim()}\n`;
  return (
    <div class="sentence" id={entry.id}>
      <h4>
        <Pattern keyword={keywordFor(entry.kind, language)} pattern={pattern} />
        <a
          class="permalink"
          href={`#${entry.id}`}
          title={filled(words.permalink, { id: entry.id })}
        >
          {entry.id}
        </a>
      </h4>
      <p>{says}</p>
      <details>
        <summary>{words.example}</summary>
        <div dangerouslySetInnerHTML={{ __html: codeBlock(steps, 'gherkin') }} />
      </details>
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <p class="other-language">
          {words.otherLanguage}:{' '}
          <Pattern
            keyword={keywordFor(entry.kind, other)}
            pattern={wordingIn(entry, other).pattern}
            lang={other}
          />
        </p>
      ))}
    </div>
  );
}

/** What is put into a sentence, `{pod}`, is set apart. */
function Pattern({
  keyword,
  pattern,
  lang,
}: {
  readonly keyword: string;
  readonly pattern: string;
  /** Where it is not that of the page. */
  readonly lang?: Language;
}) {
  const parts = pattern.split(/(\{[^}]*\})/);
  return (
    <code class="pattern" lang={lang}>
      <span class="code-keyword">{keyword}</span>{' '}
      {parts.map((part) => (part.startsWith('{') ? <var>{part}</var> : part))}
    </code>
  );
}
