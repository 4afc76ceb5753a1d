/** Steps that can be read in more than one way. */
import { expect } from 'chai';
import '../../../steps';
import { sentenceFinder, specReader } from '../../spec/read-spec';
import { lintFeature } from '../lint-feature';
import { ambiguousStep } from './ambiguous-step';

describe('a step that fits two sentences', () => {
  it('is told with both', () => {
    const find = sentenceFinder();
    // As if "the ping succeeds" could also be read as "the ping fails".
    const fits = (line: string) =>
      line === 'the ping succeeds' ? [...find(line), ...find('the ping fails')] : find(line);
    const spec = specReader(fits)(
      'a.feature',
      'Feature: F\n  Scenario: S\n    Then the ping succeeds\n',
    );
    const feature = {
      spec,
      fits,
      inputNames: () => [],
      scopeOf: () => expect.fail('asked for names'),
    };
    const found = lintFeature(feature, [ambiguousStep]);
    expect(found.map(({ place, message }) => [place.line, place.column, message])).to.deep.equal([
      [3, 10, 'this can be read in 2 ways: "the ping succeeds", "the ping fails"'],
    ]);
  });
});
