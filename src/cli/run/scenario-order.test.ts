/** Which scenarios somebody waits for, by the lines that changed. */
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import { type LineSpan, spansFirst } from './scenario-order';

const URI = 'features/a.feature';
const FEATURE = `Feature: a
  Background:
    Given x

  Scenario: one
    When y

  @nat
  Scenario: two
    When y

  Rule: r
    Scenario Outline: three
      When <y>
      Examples:
        | y |
        | 1 |
        | 2 |
    Scenario: four
      When y
`;

describe('the order of scenarios', () => {
  const newId = IdGenerator.uuid();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const gherkinDocument = { ...parser.parse(FEATURE), uri: URI };
  const planned = compile(gherkinDocument, URI, newId).map((pickle) => ({
    pickle,
    gherkinDocument,
  }));

  const orderFor = (from: number, to = from, uri = URI): string => ordered([{ uri, from, to }]);

  function ordered(spans: readonly LineSpan[]): string {
    return spansFirst(planned, spans)
      .map(({ pickle }) => pickle.name)
      .join(' ');
  }

  it('begins with those that the lines belong to, with their tags and rows', () => {
    expect(orderFor(6)).to.equal('one two three three four');
    expect(orderFor(8)).to.equal('two one three three four');
    expect(orderFor(18)).to.equal('three three one two four');
    expect(orderFor(10, 19)).to.equal('two three three four one');
    expect(orderFor(100)).to.equal('four one two three three');
  });

  it('follows the order of the lines that are named', () => {
    const spans = [20, 9, 5].map((line) => ({ uri: URI, from: line, to: line }));
    expect(ordered(spans)).to.equal('four two one three three');
  });

  it('is as before where they belong to none, or to another feature', () => {
    expect(orderFor(3)).to.equal('one two three three four');
    expect(orderFor(10, 10, 'features/b.feature')).to.equal('one two three three four');
  });
});
