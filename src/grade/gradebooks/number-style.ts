/**
 * Numbers as a file has them: with a decimal comma where the teacher's language has one. Both importers
 * read `7,5` of such a file as seven and a half.
 */

const NUMBER = /^\s*-?\d+(?:[.,]\d+)?\s*$/;

/** A comma where the numbers have some and no points. */
export function decimalSign(values: readonly string[]): ',' | '.' {
  const numbers = values.filter((value) => NUMBER.test(value));
  const has = (sign: string) => numbers.some((value) => value.includes(sign));
  return has(',') && !has('.') ? ',' : '.';
}

export function writeNumber(value: number, sign: ',' | '.'): string {
  return String(value).replace('.', sign);
}

/** `undefined` where the text is no number. */
export function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined;
}
