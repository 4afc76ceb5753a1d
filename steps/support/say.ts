/**
 * Says a sentence of the catalogue with given arguments: of what a pattern leaves to choose, the first
 * (`보내면/보낸다`), and of a Korean particle the form that fits what stands before it.
 */
import { CucumberExpression, type Node, NodeType } from '@cucumber/cucumber-expressions';
import { particleFor } from '../../src/base/korean-particles';
import type { Wording } from './catalogue';
import { catalogueRegistry } from './expressions';

/** What a pattern consists of. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** @property index of the step's function, from 0 */
  | { readonly kind: 'parameter'; readonly name: string; readonly index: number }
  | { readonly kind: 'choice'; readonly texts: readonly string[] };

/** The pieces of a pattern in its own order; what is optional in it is left out. */
export function piecesOf({ pattern, order = [] }: Wording): readonly Piece[] {
  const { ast } = new CucumberExpression(pattern, catalogueRegistry());
  let parameters = 0;
  return (ast.nodes ?? []).flatMap((node): readonly Piece[] => {
    switch (node.type) {
      case NodeType.parameter: {
        const place = parameters++;
        const moved = order.indexOf(place);
        return [{ kind: 'parameter', name: node.text(), index: moved === -1 ? place : moved }];
      }
      case NodeType.alternation:
        return [{ kind: 'choice', texts: (node.nodes ?? []).map(textOf) }];
      default:
        return [{ kind: 'text', text: textOf(node) }];
    }
  });
}

/**
 * @param args as they stand in a sentence, in the order of the step's function
 * @returns the sentence without its keyword
 */
export function say(wording: Wording, args: readonly string[]): string {
  return piecesOf(wording).reduce((said, piece) => said + sayPiece(piece, said, args), '');
}

function sayPiece(piece: Piece, before: string, args: readonly string[]): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'parameter':
      return args[piece.index] ?? '';
    case 'choice':
      return particleFor(before, piece.texts) ?? '';
  }
}

function textOf(node: Node): string {
  if (node.type === NodeType.optional) return '';
  return node.nodes === undefined ? node.text() : node.nodes.map(textOf).join('');
}
