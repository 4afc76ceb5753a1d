/** What stands in <…> is a column of the Examples. */
import { didYouMeanOneOf, nearestName } from '../../base/nearest-name';
import type { PlacedText } from '../../spec/placed-text';
import type { Block, WrittenStep } from '../../spec/spec';
import { PLACEHOLDER } from '../placeholders';
import { renameTo } from '../rename';
import type { Remark, Rule } from '../rule';

export const unknownPlaceholder: Rule = {
  id: 'unknown-placeholder',
  says: 'What stands in <…> in an outline is the name of a column of its Examples.',
  help: 'Add a column of this name, or write the name of one that there is.',
  severity: 'error',
  find: ({ spec }) => {
    const strange = new Set(
      spec.runs.flatMap(({ steps }) =>
        steps.filter(({ fits }) => fits.length === 0).map(({ written }) => written),
      ),
    );
    return spec.blocks.flatMap((block) => remarksOn(block, strange));
  },
};

function remarksOn(block: Block, strange: ReadonlySet<WrittenStep>): readonly Remark[] {
  const columns = block.examples.flatMap(({ tableHeader }) =>
    (tableHeader?.cells ?? []).map(({ value }) => value),
  );
  return block.steps.flatMap((step) => {
    // < and > have many meanings in what is typed and printed, so there it takes a name that is near.
    const rest = [...(step.table ?? []).flat(), ...(step.docString ? [step.docString] : [])];
    return [
      ...unknownIn(step.text, columns, strange.has(step) ? isAny : isNear),
      ...rest.flatMap((placed) => unknownIn(placed, columns, isNear)),
    ];
  });
}

function unknownIn(
  placed: PlacedText,
  columns: readonly string[],
  isMeant: (name: string, columns: readonly string[]) => boolean,
): readonly Remark[] {
  return [...placed.text.matchAll(PLACEHOLDER)].flatMap(({ 0: whole, 1: name = '', index }) => {
    if (columns.includes(name) || !isMeant(name, columns)) return [];
    const [start, end] = [index + 1, index + whole.length - 1];
    const message =
      columns.length === 0
        ? `<${name}> is the value of a row, and this scenario has no Examples`
        : `there is no column ${name} in the Examples${didYouMeanOneOf(name, columns)}`;
    const fix = renameTo(columns, placed, start, end);
    return [{ place: placed.placeOf(start, end), message, fix }];
  });
}

function isAny(): boolean {
  return true;
}

function isNear(name: string, columns: readonly string[]): boolean {
  return nearestName(name, columns) !== undefined;
}
