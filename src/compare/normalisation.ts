/**
 * One thing that time or chance makes, and how it is taken out of an account.
 */
import type { ChosenNumbers, Row, Table } from './account';
import type { Names } from './names';

/** What a rule may know besides the value. */
export interface Surroundings {
  readonly names: Names;
  readonly chosen: ChosenNumbers;
  readonly macOwners: ReadonlyMap<string, string>;
  /** The kind of the stimulus that is being answered. */
  readonly stimulus: string | undefined;
}

interface Rule {
  /** What is taken out. */
  readonly name: string;
  readonly reason: string;
}

export type Normalisation =
  | (Rule & {
      readonly kind: 'field';
      readonly field: RegExp;
      /** What stands in its place; `undefined` where nothing does. */
      readonly value: (
        value: string,
        surroundings: Surroundings,
        field: string,
        fields: Row['fields'],
      ) => string | undefined;
    })
  | (Rule & {
      readonly kind: 'rows';
      readonly tables: readonly Table['kind'][];
      readonly rows: (rows: readonly Row[], surroundings: Surroundings) => readonly Row[];
    })
  | (Rule & {
      readonly kind: 'order';
      readonly tables: readonly Table['kind'][];
      /** Of a row from which everything else has been taken out; rows with the same key stay in their order. */
      readonly key: (row: Row) => string;
    });
