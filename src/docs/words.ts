/**
 * The words around the pages, in their languages. What a page says is its Markdown.
 */
import type { Language } from '../../steps/support/catalogue';

interface SiteWords {
  /** The language's own name. */
  readonly name: string;
  readonly subtitle: string;
  readonly skip: string;
  readonly pages: string;
  readonly onThisPage: string;
  readonly search: string;
  readonly language: string;
  readonly previous: string;
  readonly next: string;
  /** What the page's script says; {count} is a number, {words} what was typed. */
  readonly found: string;
  readonly nothing: string;
  readonly example: string;
  /** Before the wording of the other language. */
  readonly otherLanguage: string;
  readonly permalink: string;
  readonly rule: string;
  /** Above what a rule of the lint says. */
  readonly wants: string;
}

export const WORDS: Readonly<Record<Language, SiteWords>> = {
  en: {
    name: 'English',
    subtitle: 'Executable specifications for Kubernetes pod networking',
    skip: 'Skip to the text',
    pages: 'Pages',
    onThisPage: 'On this page',
    search: 'Search',
    language: 'Language',
    previous: 'Previous',
    next: 'Next',
    found: '{count} found for “{words}”',
    nothing: 'Nothing found for “{words}”',
    example: 'Example',
    otherLanguage: 'In Korean',
    permalink: 'Link to {id}',
    rule: 'rule',
    wants: 'what it wants, and what to do',
  },
  ko: {
    name: '한국어',
    subtitle: '실행할 수 있는 쿠버네티스 파드 네트워크 명세',
    skip: '본문으로 건너뛰기',
    pages: '전체 페이지',
    onThisPage: '이 페이지의 내용',
    search: '검색',
    language: '언어',
    previous: '이전',
    next: '다음',
    found: '‘{words}’ 검색 결과 {count}건',
    nothing: '‘{words}’에 대한 결과가 없습니다',
    example: '예',
    otherLanguage: '영어로는',
    permalink: '{id}의 주소',
    rule: '규칙',
    wants: '요구하는 것과 고치는 방법',
  },
};

/** Puts values in the place of `{names}`. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
