/** What a student's files are called. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { fileName } from './file-name';

describe("the name of a student's files", () => {
  const CALLED: readonly (readonly [string, string])[] = [
    ['kim-0_1', 'kim-0_1'],
    ['김철수', '김철수'],
    ['a b', 'a.20.b'],
    ['../up', '.2e..2e..2f.up'],
    ['=cmd', '.3d.cmd'],
    ['CON', '.43.ON'],
    ['nul.txt', '.6e.ul.2e.txt'],
    ['console', 'console'],
  ];
  for (const [student, name] of CALLED) {
    it(`is ${name} for ${student}`, () => expect(fileName(student)).to.equal(name));
  }

  it('fits on a disk, whoever it is', () => {
    const name = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(fc.property(name, (student) => Buffer.byteLength(fileName(student)) <= 200));
  });

  it("is no two students'", () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom('.', '2', 'e', 'C', 'O', 'N', '3') }),
      fc.constantFrom('='.repeat(100), `${'='.repeat(100)}a`, `${'='.repeat(99)}a`),
    );
    fc.assert(
      fc.property(name, name, (one, other) => one === other || fileName(one) !== fileName(other)),
    );
  });
});
