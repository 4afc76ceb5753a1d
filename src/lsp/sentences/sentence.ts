/**
 * A sentence of the catalogue in one language, taken apart for whoever is typing it.
 */
import type { ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import {
  type CatalogueEntry,
  catalogue,
  type Wording,
  wordingIn,
} from '../../../steps/support/catalogue';
import { catalogueRegistry } from '../../../steps/support/expressions';
import { type Piece, piecesOf } from '../../../steps/support/say';
import { type Example, exampleOf } from './example';
import { plain } from './typed-word';

export interface Sentence {
  readonly entry: CatalogueEntry;
  readonly wording: Wording;
  readonly pieces: readonly Piece[];
  /** Of each piece, a regular expression of what it fits; that of an argument has a name. */
  readonly fits: readonly string[];
  /** The words that a kind of argument is limited to, in the sentence's language, where it is. */
  readonly limits: ReadonlyMap<string, readonly string[]>;
  readonly example: Example;
  /** What it says in its own language, and what is said about it or of it elsewhere; all `plain`. */
  readonly words: { readonly own: readonly string[]; readonly about: readonly string[] };
}

/** Every sentence, in this language or else in English; in the order of the catalogue. */
export function sentencesIn(language: string): readonly Sentence[] {
  const registry = catalogueRegistry();
  const limits = limitsOf(registry, language);
  return catalogue().entries.map((entry) => {
    const wording = wordingIn(entry, language);
    const pieces = joined(piecesOf(wording));
    return {
      entry,
      wording,
      pieces,
      fits: pieces.map((piece, at) => fitOf(piece, at, registry)),
      limits,
      example: exampleOf(wording, registry),
      words: {
        own: wordsOf(wording.pattern),
        about: wordsOf(entry.wordings.map(({ pattern, says }) => `${pattern}\n${says}`).join('\n')),
      },
    };
  });
}

/** Texts that follow each other as one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

function fitOf(piece: Piece, at: number, registry: ParameterTypeRegistry): string {
  switch (piece.kind) {
    case 'text':
      return literal(piece.text);
    case 'choice':
      return `(?:${piece.texts.map(literal).join('|')})`;
    case 'parameter': {
      const type = registry.lookupByTypeName(piece.name);
      return `(?<piece${at}>${(type?.regexpStrings ?? ['\\S+']).join('|')})`;
    }
  }
}

/** A regular expression of exactly this text. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu))];
}

/** `TCP|UDP`: words and nothing else. */
const WORDS_ONLY = /^\p{L}+(?:\|\p{L}+)+$/u;
const HANGUL = /\p{sc=Hang}/u;

function limitsOf(registry: ParameterTypeRegistry, language: string): Sentence['limits'] {
  const limits = new Map<string, readonly string[]>();
  for (const { name = '', regexpStrings } of registry.parameterTypes) {
    const words = regexpStrings.flatMap((text) => (WORDS_ONLY.test(text) ? text.split('|') : []));
    const inKorean = words.filter((word) => HANGUL.test(word));
    const others = words.filter((word) => !HANGUL.test(word));
    limits.set(name, language === 'ko' && inKorean.length > 0 ? inKorean : others);
  }
  return limits;
}
