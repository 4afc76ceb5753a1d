/** What others are told of findings, and whether they can read it. */
import { expect } from 'chai';
import { z } from 'zod';
import { lint } from '../testing/project.fixture';
import type { LintedFile } from './format';
import { FORMATS } from './index';

const TEXT = `Feature: 100%, or less
  Scenario: S
    Given the manifests "one-pood"
    When pod1 pings 8.8.8.8
    Then the ping succeds
`;

const PATH = 'features/파드 1,2.feature';

const files: readonly LintedFile[] = [{ path: PATH, text: TEXT, findings: lint(PATH, TEXT) }];

function printed(name: string, of = files): string {
  const format = FORMATS.find((other) => other.name === name);
  return format?.print(of, { version: '1.2.3', paint: (_colour, text) => text }) ?? '';
}

describe('the formats of the lint', () => {
  it('tell people the place, the line and the fix', () => {
    expect(
      printed('text'),
    ).to.equal(`features/파드 1,2.feature:3:26: error: there is no file features/manifests/one-pood.yaml; did you mean one-pod? (unknown-file)
  2 |   Scenario: S
> 3 |     Given the manifests "one-pood"
    |                          ^
  --fix: call it one-pod

features/파드 1,2.feature:5:10: error: there is no such sentence; did you mean the ping succeeds? (undefined-step)
  4 |     When pod1 pings 8.8.8.8
> 5 |     Then the ping succeds
    |          ^
  --fix: say the ping succeeds

1 feature: 2 errors; --fix puts 2 right
`);
    expect(printed('text', [{ path: PATH, text: '', findings: [] }])).to.equal(
      '1 feature: nothing found\n',
    );
  });

  it('tell GitHub, escaped as its runner wants it', () => {
    expect(printed('github').split('\n')[1]).to.equal(
      '::error file=features/파드 1%2C2.feature,line=5,endLine=5,col=10,endColumn=25,' +
        'title=undefined-step::there is no such sentence; did you mean the ping succeeds?',
    );
    const [finding] = files[0]?.findings ?? [];
    if (finding === undefined) throw new Error('nothing was found');
    const odd = { path: 'a:b', text: '', findings: [{ ...finding, message: '5% of\nall: a, b' }] };
    expect(printed('github', [odd])).to.equal(
      '::error file=a%3Ab,line=3,endLine=3,col=26,endColumn=33,title=unknown-file::5%25 of%0Aall: a, b\n',
    );
  });

  it('tell programs in JSON', () => {
    const { features, findings } = JSON.parse(printed('json'));
    expect([features, findings.length]).to.deep.equal([1, 2]);
    expect(findings[1]).to.deep.equal({
      file: PATH,
      line: 5,
      column: 10,
      endLine: 5,
      endColumn: 26,
      rule: 'undefined-step',
      severity: 'error',
      message: 'there is no such sentence; did you mean the ping succeeds?',
      fix: {
        says: 'say the ping succeeds',
        edits: [
          { place: { line: 5, column: 10, endLine: 5, endColumn: 26 }, text: 'the ping succeeds' },
        ],
        isSafe: true,
      },
    });
  });

  it('tell code scanning in SARIF 2.1.0', () => {
    const log = sarif.parse(JSON.parse(printed('sarif')));
    const [run] = log.runs;
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(run?.results.map(({ ruleId, ruleIndex }) => [ruleId, ids[ruleIndex]])).to.deep.equal([
      ['unknown-file', 'unknown-file'],
      ['undefined-step', 'undefined-step'],
    ]);
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).to.equal(
      'features/%ED%8C%8C%EB%93%9C%201%2C2.feature',
    );
  });
});

const message = z.strictObject({ text: z.string().min(1) });
const artifactLocation = z.strictObject({ uri: z.string().regex(/^[\w%./:-]+$/) });
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});

/** OASIS, SARIF 2.1.0 Errata 01, of its schema what we write. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              help: message,
              defaultConfiguration: z.strictObject({
                level: z.enum(['none', 'note', 'warning', 'error']),
              }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message,
          locations: z.array(
            z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region }) }),
          ),
          fixes: z
            .array(
              z.strictObject({
                description: message,
                artifactChanges: z
                  .array(
                    z.strictObject({
                      artifactLocation,
                      replacements: z
                        .array(
                          z.strictObject({
                            deletedRegion: region,
                            insertedContent: z.strictObject({ text: z.string() }),
                          }),
                        )
                        .min(1),
                    }),
                  )
                  .min(1),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});
