/**
 * The first line of a Canvas gradebook, by the rules of its importer (Canvas, lib/gradebook_importer.rb):
 * they are in English in any language of Canvas, for the importer compares them so.
 */
import { didYouMeanOneOf } from '../../base/nearest-name';
import { TableError } from './cells';
import { oneColumn, plainHeader } from './header';

/** Where the columns of a student are; they count from 0. */
export interface CanvasHeader {
  /** One column, or first name and last name, in the order to speak them. */
  readonly names: readonly number[];
  readonly id: number;
  readonly sisUser: number | undefined;
  readonly sisLogin: number | undefined;
  /** The last one before the teacher's own columns and the assignments. */
  readonly section: number;
}

/** `undefined` where Canvas would say "Invalid header row". */
export function canvasHeader(headers: readonly string[]): CanvasHeader | undefined {
  const has = (column: number, words: RegExp) => words.test(headers[column] ?? '');
  const isWhole = headers.length > 3 && has(0, /Student/) && has(1, /ID/);
  const isSplit = headers.length > 4 && has(0, /LastName/) && has(1, /FirstName/) && has(2, /ID/);
  if (!isWhole && !isSplit) return undefined;
  const names = isWhole ? [0] : [1, 0];
  const id = names.length;
  let next = id + 1;
  const take = (words: RegExp) => (has(next, words) ? next++ : undefined);
  const sisUser = has(next + 1, LOGIN) ? take(/SIS\s+User\s+ID/) : undefined;
  const sisLogin = take(LOGIN);
  if (sisUser !== undefined) {
    take(/Integration\s+ID/);
    take(/Root\s+Account/);
  }
  return has(next, /Section/) ? { names, id, sisUser, sisLogin, section: next } : undefined;
}

const LOGIN = /SIS\s+Login\s+ID/;

/** Columns that Canvas calculates and does not import. */
const CALCULATED = /(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)/;

/** `Lab 1 (1234)`: the title, and the number in Canvas. */
const ASSIGNMENT = /^(?<title>.*?)\s*\((?<number>\d+)\)\s*$/s;

/**
 * @param wanted the whole header, or the assignment's number, or its title; where it is not given there
 * must be one assignment only
 * @throws TableError where that is no column, or several
 */
export function assignmentColumn(
  headers: readonly string[],
  { section }: CanvasHeader,
  wanted: string | undefined,
): number {
  const isOne = (header: string, at: number) => at > section && !CALCULATED.test(header);
  const find = (fits: (header: string) => boolean) =>
    oneColumn(headers, (header, at) => isOne(header, at) && fits(header), 'the assignment');
  const there = headers.filter(isOne).filter((header) => ASSIGNMENT.test(header));
  if (wanted === undefined) {
    const column = find((header) => ASSIGNMENT.test(header));
    if (column !== undefined) return column;
    throw new TableError('there is no assignment in the gradebook, as in Lab 1 (1234)');
  }
  const name = plainHeader(wanted);
  const column =
    find((header) => plainHeader(header) === name) ??
    find((header) => ASSIGNMENT.exec(header)?.groups?.['number'] === name) ??
    find((header) => plainHeader(ASSIGNMENT.exec(header)?.groups?.['title'] ?? '') === name);
  if (column !== undefined) return column;
  throw new TableError(`there is no assignment ${wanted}${didYouMeanOneOf(wanted, there)}`);
}
