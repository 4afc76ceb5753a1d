/**
 * What is written below a sentence that needs a table or a text: its beginning, to be filled in.
 */
import { columnsOf } from '../../lint/facts/columns';
import type { Sentence } from './sentence';
import type { SnippetPart } from './snippet';

export function below({ entry, example }: Sentence): readonly SnippetPart[] {
  const [first = []] = example.rows;
  switch (example.below) {
    case 'nothing':
      return [];
    case 'text':
      return [text('\n  """\n  '), stop(''), text('\n  """')];
    case 'table': {
      if (columnsOf(entry.id)?.isHead === false)
        return row(first.map((cell, at) => (at === 0 ? text : stop)(cell)));
      // A row of headings, and one to be filled in.
      return [...row(first.map(text)), ...row(first.map(() => stop('')))];
    }
  }
}

function row(cells: readonly SnippetPart[]): readonly SnippetPart[] {
  return [text('\n  |'), ...cells.flatMap((cell) => [text(' '), cell, text(' |')])];
}

function text(written: string): SnippetPart {
  return { kind: 'text', text: written };
}

function stop(choice: string): SnippetPart {
  return { kind: 'stop', choices: [choice], label: choice };
}
