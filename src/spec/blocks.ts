/**
 * Gherkin's tree as blocks and steps that know their places.
 */
import {
  type Background,
  type DataTable,
  type DocString,
  type GherkinDocument,
  type Step as GherkinStep,
  type Rule,
  type Scenario,
  StepKeywordType,
} from '@cucumber/messages';
import type { StepKind } from '../../steps/support/catalogue';
import { type Place, placeInLine } from './place';
import { PlacedText, textInLine, textInLines } from './placed-text';
import type { Block, WrittenStep } from './spec';

/** What was written, and how to find it by the ids of Gherkin's nodes. */
export interface Written {
  readonly blocks: readonly Block[];
  readonly blockOf: ReadonlyMap<string, Block>;
  readonly stepOf: ReadonlyMap<string, WrittenStep>;
}

export function readBlocks({ feature }: GherkinDocument, lines: readonly string[]): Written {
  const blocks: Block[] = [];
  const blockOf = new Map<string, Block>();
  const stepOf = new Map<string, WrittenStep>();
  const read = (
    node: Background | Scenario,
    kind: Block['kind'],
    rule: Rule | undefined,
    before: StepKind | undefined,
  ): StepKind | undefined => {
    let said = before;
    const steps = node.steps.map((step) => {
      said = kindOf(step, said);
      const written = readStep(step, said, lines);
      stepOf.set(step.id, written);
      return written;
    });
    const block: Block = {
      kind,
      name: node.name,
      place: placeOfName(node, lines),
      tags: 'tags' in node ? node.tags : [],
      steps,
      rule: rule?.name,
      examples: 'examples' in node ? node.examples : [],
    };
    blocks.push(block);
    blockOf.set(node.id, block);
    return said;
  };
  let said: StepKind | undefined;
  for (const { background, scenario, rule } of feature?.children ?? []) {
    if (background !== undefined) said = read(background, 'background', undefined, undefined);
    if (scenario !== undefined) read(scenario, 'scenario', undefined, said);
    let inRule = said;
    for (const child of rule?.children ?? []) {
      if (child.background !== undefined) {
        inRule = read(child.background, 'background', rule, inRule);
      }
      if (child.scenario !== undefined) read(child.scenario, 'scenario', rule, inRule);
    }
  }
  return { blocks, blockOf, stepOf };
}

const KINDS: ReadonlyMap<StepKeywordType | undefined, StepKind> = new Map([
  [StepKeywordType.CONTEXT, 'given'],
  [StepKeywordType.ACTION, 'when'],
  [StepKeywordType.OUTCOME, 'then'],
]);

function kindOf({ keywordType }: GherkinStep, before: StepKind | undefined): StepKind | undefined {
  return keywordType === StepKeywordType.CONJUNCTION ? before : KINDS.get(keywordType);
}

function readStep(
  step: GherkinStep,
  kind: StepKind | undefined,
  lines: readonly string[],
): WrittenStep {
  const { keyword, location, text, dataTable, docString } = step;
  const column = location.column ?? 1;
  const line = lines[location.line - 1] ?? '';
  const at = Math.max(line.indexOf(text, column - 1 + keyword.length), column - 1);
  return {
    keyword,
    keywordPlace: placeInLine(location.line, column, keyword.trimEnd().length),
    kind,
    text: textInLine(text, location.line, at + 1),
    table: dataTable && readTable(dataTable, lines),
    docString: docString && readDocString(docString, lines),
    place: placeInLine(location.line, column, at + text.length - column + 1),
  };
}

function readTable({ rows }: DataTable, lines: readonly string[]): PlacedText[][] {
  return rows.map(({ cells }) =>
    cells.map(({ value, location: { line, column = 1 } }) =>
      textInLine(value, line, column, rawCell(lines[line - 1] ?? '', column)),
    ),
  );
}

/** A cell as it stands in its line, with what is escaped in it. */
export function rawCell(line: string, column: number): string {
  const [raw = ''] = /^(?:\\.|[^\\|])*/.exec(line.slice(column - 1)) ?? [];
  return raw.trimEnd();
}

function readDocString(
  { content, location, delimiter }: DocString,
  lines: readonly string[],
): PlacedText {
  const indent = (location.column ?? 1) - 1;
  const texts = content.split('\n');
  const written = texts.map((text, at) => {
    const line = location.line + 1 + at;
    const raw = lines[line - 1] ?? '';
    // Of a line that stands further to the left, only its own blanks are taken off.
    return { text, line, column: Math.min(indent, raw.length - raw.trimStart().length) + 1 };
  });
  const isAsWritten = written.every(
    ({ text, line, column }) => (lines[line - 1] ?? '').slice(column - 1) === text,
  );
  const place: Place = {
    line: location.line,
    column: location.column ?? 1,
    endLine: location.line + 1 + texts.length,
    endColumn: indent + 1 + delimiter.length,
  };
  return isAsWritten ? textInLines(written, place) : new PlacedText(content, place, []);
}

function placeOfName(
  { keyword, name, location: { line, column = 1 } }: Background | Scenario,
  lines: readonly string[],
): Place {
  if (name === '') return placeInLine(line, column, keyword.length);
  const at = (lines[line - 1] ?? '').indexOf(name, column - 1 + keyword.length);
  return at === -1
    ? placeInLine(line, column, keyword.length)
    : placeInLine(line, at + 1, name.length);
}
