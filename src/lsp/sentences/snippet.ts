/**
 * A sentence as an editor inserts it: with tab stops, names to choose from, and in Korean each name with the
 * particle that it takes. https://microsoft.github.io/language-server-protocol/ says how snippets are written.
 */

import type { Piece } from '../../../steps/support/say';
import { particleFor } from '../../base/korean-particles';
import type { Reached } from './typed-sentence';

/** Text that stays, or a place to fill in, with what may stand there; what is likeliest comes first. */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly choices: readonly string[]; readonly label: string };

/** What may stand for an argument and begins as typed: names that there are, or one to be replaced. */
export type ChoicesFor = (argument: Parameter, typed: string) => readonly string[];

export type Parameter = Extract<Piece, { readonly kind: 'parameter' }>;

/** Where somebody is in a sentence: what is typed of it, and what of that belongs to the piece that comes next. */
export interface Place extends Reached {
  readonly typed: string;
}

/**
 * What comes next, from the piece where somebody is to the end of the sentence; `undefined` where the name
 * that is half typed is the beginning of none that there is.
 */
export function partsFrom(
  pieces: readonly Piece[],
  place: Place,
  choicesFor: ChoicesFor,
): readonly SnippetPart[] | undefined {
  const used: string[] = [];
  const parts = pieces.slice(place.piece).flatMap<SnippetPart>((piece, index) => {
    const at = place.piece + index;
    const rest = index === 0 ? place.rest : '';
    if (piece.kind === 'text') return [{ kind: 'text', text: piece.text }];
    if (piece.kind === 'parameter') {
      const names = unusedFirst(choicesFor(piece, rest), used);
      used.push(names[0] ?? '');
      const said = (name: string) => withParticle(name, piece, pieces[at + 1]);
      return [{ kind: 'stop', choices: names.map(said), label: said(`{${piece.name}}`) }];
    }
    const texts = piece.texts.filter((text) => text.startsWith(rest));
    if (!isParticle(piece, pieces[at - 1])) {
      return [{ kind: 'stop', choices: texts, label: texts[0] ?? '' }];
    }
    // Of a name that is still to be chosen, the particle was offered with it.
    if (index > 0) return [];
    const name = place.typed.slice(0, place.typed.length - rest.length);
    return [{ kind: 'text', text: particleFor(name, texts) ?? '' }];
  });
  const [first] = parts;
  return first?.kind === 'stop' && first.choices.length === 0 ? undefined : parts;
}

/** What follows an argument without a blank and leaves a choice is a particle. */
export function isParticle(piece: Piece | undefined, before: Piece | undefined): boolean {
  return (
    piece?.kind === 'choice' &&
    before?.kind === 'parameter' &&
    /^\p{sc=Hang}/u.test(piece.texts[0] ?? '')
  );
}

/** A name with the form of the particle that it takes, where one follows. */
export function withParticle(name: string, parameter: Piece, next: Piece | undefined): string {
  if (next?.kind !== 'choice' || !isParticle(next, parameter)) return name;
  return name + (particleFor(name, next.texts) ?? '');
}

/** With `${1|pod1,pod2|}` for a place to fill in. */
export function snippetOf(parts: readonly SnippetPart[]): string {
  let stop = 0;
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text.replace(/[\\$}]/g, '\\$&');
      const [first = '', ...others] = part.choices;
      stop++;
      if (others.length === 0) return `\${${stop}:${first.replace(/[\\$}]/g, '\\$&')}}`;
      const choices = part.choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&'));
      return `\${${stop}|${choices.join(',')}|}`;
    })
    .join('');
}

/** For an editor without snippets: the first choice everywhere. */
export function textOf(parts: readonly SnippetPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : (part.choices[0] ?? ''))).join('');
}

/** For a list to choose from, with what is to be filled in in braces. */
export function labelOf(parts: readonly SnippetPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : part.label)).join('');
}

/** Who pings somebody pings somebody else. */
function unusedFirst(names: readonly string[], used: readonly string[]): readonly string[] {
  const first = names.find((name) => !used.includes(name));
  if (first === undefined) return names;
  return [first, ...names.filter((name) => name !== first)];
}
