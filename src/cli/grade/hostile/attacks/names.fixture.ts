/**
 * What a student may have called his folder: it becomes the name of files, a cell of a table, a line of a
 * terminal and a heading of a page.
 */
import { type Attack, graded } from '../attack.fixture';
import { POD, POD_ONLY } from './honest.fixture';

const called = (name: string): Attack => ({
  name,
  handedIn: { files: { 'pods.yaml': POD } },
  expected: graded(POD_ONLY),
});

export const NAMES: readonly Attack[] = [
  called('..%2f..%2fetc'),
  called('=cmd|"calc"!A1'),
  called('@SUM(1+1)'),
  called('+1-1'),
  called('-rf'),
  called('--out'),
  called('line\nfeed'),
  called('\u001b[31mred\u001b[0m'),
  called('<script>alert(1)<'),
  called('"quoted", "twice"'),
  called('CON'),
  called('nul.txt'),
  called('x'.repeat(200)),
  called('='.repeat(200)),
  called('가'.repeat(80)),
  called('\u202egnp.exe'),
  // One name to the eye: composed, and not.
  called('김철수'.normalize('NFC')),
  called('김철수'.normalize('NFD')),
  called('constructor'),
  called('__proto__'),
  called('..\\..\\up'),
  called('a b  c '),
  called('$(touch x)`id`'),
];
