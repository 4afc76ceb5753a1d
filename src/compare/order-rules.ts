/**
 * Tables whose rows have no order that means anything, and rows that are there or not by accident.
 */
import type { Row } from './account';
import type { Normalisation } from './normalisation';

export const ORDER_RULES: readonly Normalisation[] = [
  {
    kind: 'order',
    name: 'order of tables without an order',
    reason:
      'a hash table is listed as it lies, with a key that is drawn; links come as they were made',
    tables: ['links', 'neighbours', 'connections', 'members'],
    key: ({ text, fields }) => `${text} ${JSON.stringify(fields)}`,
  },
  {
    kind: 'rows',
    name: 'chains that nobody touched',
    reason: 'a table that was never used is not listed, with or without its empty chains',
    tables: ['chains'],
    rows: (rows) => rows.filter(({ text }) => !isUntouched(text, rows)),
  },
  {
    kind: 'order',
    name: 'order of chains',
    reason: 'chains have names; what has an order is the rules of a chain',
    tables: ['chains'],
    key: ({ text }) => chainOf(text),
  },
];

/** `nat :POSTROUTING ACCEPT [0:0]`, where there is no `nat -A POSTROUTING …`. */
function isUntouched(text: string, rows: readonly Row[]): boolean {
  const [, table, chain] = /^(\w+) :([A-Z]+) ACCEPT /.exec(text) ?? [];
  if (table === undefined) return false;
  return !rows.some((row) => row.text.startsWith(`${table} -A ${chain} `));
}

/** `nat POSTROUTING`, of the line that declares it and of its rules. */
function chainOf(text: string): string {
  const [, table, declared, extended] = /^(\w+) (?::(\S+)|-A (\S+))/.exec(text) ?? [];
  return table === undefined ? '' : `${table} ${declared ?? extended}`;
}
