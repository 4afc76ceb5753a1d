/** Features as data: what is run, what it fits, and where it was written. */
import { expect } from 'chai';
import '../../steps';
import type { Place } from './place';
import { specReader } from './read-spec';
import { idOf, type Spec } from './spec';

const read = specReader();

/** What stands at a place. */
function at({ lines }: Spec, { line, column, endColumn }: Place): string {
  return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
}

const FEATURE = `Feature: F
  Background:
    Given the manifests "one-pod"

  Scenario Outline: pings <who>
    When pod1  pings <who> with:
      | count | <n> |
    Then <n> of <n> requests are answered
    And on the cali interface of pod1 no ARP frame is seen
    Examples:
      | who     | n |
      | 8.8.8.8 | 2 |
      | pod\\1   | 3 |

  Scenario: types
    * I run in pod1:
      """
      ping -c 1 8.8.8.8
        # twice
      """
`;

describe('a feature as data', () => {
  const spec = read('f.feature', FEATURE);

  it('has a run for each scenario and each row, after its Background', () => {
    expect(spec.runs.map(({ name, steps }) => [name, ...steps.map(idOf)])).to.deep.equal([
      ['pings 8.8.8.8', 'manifests.file', undefined, 'ping.count', 'frames.no-arp'],
      ['pings pod\\1', 'manifests.file', undefined, 'ping.count', 'frames.no-arp'],
      ['types', 'manifests.file', 'terminal.run'],
    ]);
  });

  it('says what a step is introduced with, And resolved', () => {
    expect(spec.runs[0]?.steps.map(({ kind }) => kind)).to.deep.equal([
      'given',
      'when',
      'then',
      'then',
    ]);
    expect(
      spec.blocks.map(({ kind, steps }) => [kind, ...steps.map((it) => it.kind)]),
    ).to.deep.equal([
      ['background', 'given'],
      ['scenario', 'when', 'then', 'then'],
      ['scenario', undefined],
    ]);
  });

  it('knows where arguments stand: in the step, or in the cell that gave them', () => {
    const [, , count, arp] = spec.runs[0]?.steps ?? [];
    const places = [count, arp].flatMap((step) =>
      (step?.fits[0]?.written ?? []).map(({ start, end }) => step?.text.placeOf(start, end)),
    );
    const [two, , device] = places;
    expect(two).to.deep.equal({ line: 12, column: 19, endLine: 12, endColumn: 20 });
    expect(at(spec, two as Place)).to.equal('2');
    expect(at(spec, device as Place)).to.equal('the cali interface of pod1');
  });

  it('knows where cells and quoted lines stand', () => {
    const cell = spec.runs[1]?.steps[1]?.table?.[0]?.[1];
    expect([cell?.text, cell?.placeOf(0, 1).line]).to.deep.equal(['3', 13]);
    const quoted = spec.runs[2]?.steps[1]?.docString;
    const from = quoted?.text.indexOf('# twice') ?? 0;
    expect(at(spec, quoted?.placeOf(from, from + 7) as Place)).to.equal('# twice');
    expect(quoted?.place).to.deep.equal({ line: 17, column: 7, endLine: 20, endColumn: 10 });
  });

  it('tells of a text that is no Gherkin, with places, and still knows the language', () => {
    const broken = read(
      'b.feature',
      '# language: ko\n기능: F\n  시나리오: S\n    만일 x\n    엉뚱한 줄\n',
    );
    expect(broken.language).to.equal('ko');
    expect(
      broken.problems.map(({ place, says }) => [place.line, place.column, says]),
    ).to.deep.equal([
      [
        5,
        5,
        '"엉뚱한 줄" makes no sense here; expected the end of the file, a table row (| … |), ' +
          '""" (a text block), a step (Given, When, Then, And, But), a tag (@…), "Examples:", ' +
          '"Scenario:" or "Rule:"',
      ],
    ]);
  });

  it('is read whatever the text is', () => {
    for (const text of [
      '',
      '\n',
      '# language: zz\n',
      'Feature: F\n  @',
      '| a |',
      '\r\nFeature:\r\n',
    ]) {
      const { runs, problems } = read('x.feature', text);
      expect([runs.length, problems.every(({ place }) => place.line > 0)]).to.deep.equal([0, true]);
    }
  });
});
