/** Every column of Examples is used by the outline. */
import type { Examples } from '@cucumber/messages';
import { placeInLine } from '../../spec/place';
import type { Block } from '../../spec/spec';
import { textsOf } from '../placeholders';
import type { Remark, Rule } from '../rule';

export const unusedColumn: Rule = {
  id: 'unused-column',
  says: 'Every column of Examples is used in the outline.',
  help: 'Use it as <name> in a step or in the name of the scenario, or take the column away.',
  severity: 'warning',
  find: ({ spec }) => spec.blocks.flatMap(remarksOn),
};

function remarksOn(block: Block): readonly Remark[] {
  const texts = [block.name, ...textsOf(block).map(({ text }) => text)];
  return block.examples.flatMap((examples) =>
    headings(examples)
      .filter(({ value }) => !texts.some((text) => text.includes(`<${value}>`)))
      .map(({ value, location: { line, column = 1 } }) => ({
        place: placeInLine(line, column, value.length),
        message: `no step says <${value}>`,
      })),
  );
}

function headings({ tableHeader }: Examples) {
  return tableHeader?.cells ?? [];
}
