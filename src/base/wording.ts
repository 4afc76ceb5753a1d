/**
 * One text in the two languages that people read Calicumber in.
 */

export interface Wording {
  readonly en: string;
  /** Plain written Korean: ends in -다 or a noun. */
  readonly ko: string;
}
