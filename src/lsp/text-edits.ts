/**
 * From one text to another by edits of lines, so that an editor leaves cursors and marks where nothing changes.
 */
import { diffLines } from 'diff';
import type { TextEdit } from 'vscode-languageserver';
import { rangeIn } from './open-feature';

export function editsBetween(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let line = 0;
  for (const { value, count = 0, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    if (added && last?.range.end.line === line) last.newText += value;
    else if (added) edits.push({ range: rangeIn(line, 0, 0), newText: value });
    if (removed) {
      const range = { start: { line, character: 0 }, end: { line: line + count, character: 0 } };
      edits.push({ range, newText: '' });
    }
    if (!added) line += count;
  }
  return edits;
}
