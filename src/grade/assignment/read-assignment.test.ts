/**
 * Assignments as text: what is filled in, and what is refused, with its place.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ManifestError } from '../../manifest/manifest-error';
import { assignmentJsonSchema } from './assignment-schema';
import { matchPaths } from './match-paths';
import { readAssignment } from './read-assignment';

const SCHEMA = join(__dirname, '..', '..', '..', 'schemas', 'assignment.schema.json');

const FILES = [
  'assignment.yaml',
  'features/hidden/tunnel.feature',
  'features/labs/kans.yaml',
  'features/visible/a.feature',
  'features/visible/b.feature',
];

const TEXT = `title: { en: Two nodes, ko: 두 노드 }
tasks:
  - { id: build, kind: configure, title: Build it, points: 10,
      features: { visible: [features/visible/*.feature], hidden: [features/hidden/*.feature] } }
  - { id: say, kind: specify, title: Say it, points: 5, units: [nat], mutants: [no-proxy-arp] }
`;

const read = (text: string) => readAssignment(text, 'assignment.yaml', 'two-nodes', FILES);

describe('an assignment', () => {
  it('gets its defaults, its features and its engines', () => {
    const { id, tasks, rounding, seed } = read(TEXT);
    expect({ id, rounding, seed }).to.deep.equal({
      id: 'two-nodes',
      rounding: { decimals: 0 },
      seed: 1,
    });
    const [build, say] = tasks;
    expect(build).to.deep.include({
      kind: 'configure',
      host: 'k8s-m',
      partialCredit: 'scenario',
      visible: ['features/visible/a.feature', 'features/visible/b.feature'],
      hidden: ['features/hidden/tunnel.feature'],
    });
    if (say?.kind !== 'specify') throw new Error('the second task is one of specifying');
    expect(say.mutants.map(({ name }) => name)).to.include.members([
      'no-proxy-arp',
      'nat-outgoing-ignored',
    ]);
    expect(say.wheats).to.include('pods-before');
  });

  const WRONG: readonly (readonly [string, string, string])[] = [
    [
      'a field that there is not',
      TEXT.replace('points: 10', 'pionts: 10'),
      'tasks[0].pionts: unknown field; did you mean points?',
    ],
    [
      'a feature that is missing',
      TEXT.replace('visible/*', 'visble/*'),
      'there is no feature features/visble/*.feature',
    ],
    [
      'an engine that there is not',
      TEXT.replace('no-proxy-arp', 'no-proxy-arpp'),
      'there is no engine no-proxy-arpp; did you mean no-proxy-arp?',
    ],
    [
      'a lab that is missing',
      TEXT.replace('kind: configure,', 'kind: configure, lab: features/labs/kan.yaml,'),
      'there is no file features/labs/kan.yaml; did you mean features/labs/kans.yaml?',
    ],
    ['two tasks of one name', TEXT.replace('id: say', 'id: build'), 'task 1 is called so, too'],
    [
      'shares that are not a whole',
      TEXT.replace('units: [nat]', 'units: [nat], shares: { thoroughness: 1, validity: 1 }'),
      'must add up to 1',
    ],
    ['nothing', '', 'the file is empty'],
    ['two documents', `${TEXT}---\n{ title: a }\n`, 'one document is an assignment'],
  ];
  for (const [what, text, message] of WRONG) {
    it(`is refused for ${what}`, () => {
      const failure = thrown(() => read(text));
      expect(failure).to.be.instanceOf(ManifestError);
      expect(String(failure)).to.include(message);
      expect(String(failure)).to.match(/assignment\.yaml:\d+:\d+/);
    });
  }

  it('has a schema for editors, which assignments name', () => {
    const text = `${JSON.stringify(assignmentJsonSchema(), undefined, 2)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(SCHEMA, text);
    expect(readFileSync(SCHEMA, 'utf8')).to.equal(text);
  });
});

describe('a wildcard', () => {
  it('stands for what is no slash, two for anything', () => {
    expect(matchPaths('features/*/a.feature', FILES)).to.deep.equal(['features/visible/a.feature']);
    expect(matchPaths('**/*.feature', FILES)).to.have.length(3);
    expect(matchPaths('./assignment.yaml', FILES)).to.deep.equal(['assignment.yaml']);
    expect(matchPaths('features/(a+)+.feature', FILES)).to.deep.equal([]);
  });
});

function thrown(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
