/** Numbers as Go's fmt prints them. */

const DIGITS = 5;

/** `%.5g`: five digits at most, without zeros at the end, and a power of ten where they do not suffice. */
export function formatShortest(value: number): string {
  if (value === 0) return '0';
  const [digits = '', power = '0'] = value.toExponential(DIGITS - 1).split('e');
  const exponent = Number(power);
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (exponent >= -4 && exponent < DIGITS) return plain(value.toFixed(DIGITS - 1 - exponent));
  const sign = exponent < 0 ? '-' : '+';
  return `${plain(digits)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
