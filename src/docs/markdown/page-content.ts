/**
 * What a page of Markdown comes to.
 */
import type { Section } from '../search/search';

/** A heading below the title of the page. */
export interface Heading {
  /** 2 or more. */
  readonly level: number;
  readonly slug: string;
  readonly text: string;
}

/** What a part of a page adds to it. */
export interface PagePart {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Omit<Section, 'page'>[];
}

export interface PageContent {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly html: string;
}
