/**
 * An account without what time or chance made. Numbers are given in the order in which answers are
 * compared, so two accounts that are alike up to a place are numbered alike up to it.
 */
import type { Account, Answer, ChosenNumbers, Row, Table } from './account';
import { Names } from './names';
import type { Normalisation, Surroundings } from './normalisation';
import { NORMALISATIONS } from './normalisations';

/** @param rules those that are applied; all of them but in tests */
export function normalise(
  { answers, macOwners }: Account,
  rules: readonly Normalisation[] = NORMALISATIONS,
): readonly Answer[] {
  const names = new Names();
  const chosen: ChosenNumbers = {
    ports: answers.flatMap((answer) => answer.chosen.ports),
    icmpIds: answers.flatMap((answer) => answer.chosen.icmpIds),
  };
  return answers.map((answer) => {
    const surroundings = { names, chosen, macOwners, stimulus: answer.stimulus };
    const tables = answer.tables.map((table) => withoutChance(table, rules, surroundings));
    return { ...answer, tables: tables.filter(({ rows }) => rows.length > 0) };
  });
}

function withoutChance(
  { kind, name, rows }: Table,
  rules: readonly Normalisation[],
  surroundings: Surroundings,
): Table {
  let kept = rows;
  for (const rule of rules) {
    if (rule.kind === 'rows' && rule.tables.includes(kind)) kept = rule.rows(kept, surroundings);
  }
  const orders = rules.flatMap((rule) =>
    rule.kind === 'order' && rule.tables.includes(kind) ? [rule.key] : [],
  );
  // Numbers that no frame has shown are given in the order of what is known without them.
  for (const key of orders) kept = sorted(kept, ({ text }) => key({ text, fields: {} }));
  kept = kept.map((row) => rowWithout(row, rules, surroundings));
  for (const key of orders) kept = sorted(kept, key);
  return { kind, name, rows: kept };
}

function sorted(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...rows].sort((one, other) => {
    const [key, otherKey] = [keyOf(one), keyOf(other)];
    return key === otherKey ? 0 : key < otherKey ? -1 : 1;
  });
}

function rowWithout(row: Row, rules: readonly Normalisation[], surroundings: Surroundings): Row {
  const fields: Record<string, string> = {};
  for (const [name, given] of Object.entries(row.fields)) {
    let value: string | undefined = given;
    for (const rule of rules) {
      if (rule.kind !== 'field' || value === undefined || !rule.field.test(name)) continue;
      value = rule.value(value, surroundings, name, row.fields);
    }
    if (value !== undefined) fields[name] = value;
  }
  return { text: row.text, fields };
}
