import { expect } from 'chai';
import * as fc from 'fast-check';
import { ManifestError } from './manifest-error';
import { parseDocuments } from './parse-documents';
import { renderManifest } from './render-manifest';

const valuesOf = (text: string) => parseDocuments(text, 'my.yaml').map(({ value }) => value);

function errorOf(text: string): ManifestError {
  try {
    parseDocuments(text, 'my.yaml');
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('reading YAML as a cluster does', () => {
  for (const [text, value] of [
    ['yes', true],
    ['off', false],
    ['010', 8],
    ['0x10', 16],
    ['1_000', 1000],
    ['~', null],
    ['12:34:56:12:34:56', '12:34:56:12:34:56'],
    ['2026-01-02', '2026-01-02'],
    ['1e3', 1000],
    ['k8s-w1', 'k8s-w1'],
  ] as const) {
    it(`${text} is ${JSON.stringify(value)}`, () => {
      expect(valuesOf(`a: ${text}`)).to.deep.equal([{ a: value }]);
    });
  }

  it('merges what an anchor holds', () => {
    expect(valuesOf('a: &a {x: 1, z: 2}\nb: {<<: *a, x: 3}')).to.deep.equal([
      { a: { x: 1, z: 2 }, b: { x: 3, z: 2 } },
    ]);
  });

  it('leaves empty documents out', () => {
    expect(valuesOf('---\n---\na: 1\n---\n# nothing\n---\nb: 2\n')).to.deep.equal([
      { a: 1 },
      { b: 2 },
    ]);
  });

  it('takes a List for its items', () => {
    const list = 'apiVersion: v1\nkind: IPPoolList\nitems:\n- a: 1\n- b: 2\n';
    expect(valuesOf(list)).to.deep.equal([{ a: 1 }, { b: 2 }]);
  });
});

describe('the position of a value', () => {
  const text = [
    'base: &base {x: 1}',
    'spec:',
    '  list:',
    '  - name: a',
    '  - name: b',
    'more:',
    '  <<: *base',
    '  deep: {er: [7, 8]}',
  ].join('\n');
  const [document] = parseDocuments(text, 'my.yaml');

  for (const [path, part, line, column] of [
    [['spec', 'list', 1, 'name'], 'value', 5, 11],
    [['spec', 'list', 1, 'name'], 'key', 5, 5],
    [['more', 'deep', 'er', 1], 'value', 8, 18],
    [['more', 'x'], 'value', 1, 17],
    [['spec', 'missing'], 'value', 2, 1],
    [['missing'], 'value', 1, 1],
    [[], 'value', 1, 1],
  ] as const) {
    it(`${path.join('.') || 'of all'}, the ${part}, is ${line}:${column}`, () => {
      expect(document?.positionOf(path, part)).to.deep.equal({ line, column });
    });
  }

  it('counts from the start of the text, also in later documents', () => {
    const [, second] = parseDocuments('a: 1\n---\nb:\n  c: 2\n', 'my.yaml');
    expect(second?.positionOf(['b', 'c'])).to.deep.equal({ line: 4, column: 6 });
  });
});

describe('a text that would cost too much', () => {
  const bomb = [...'bcdefghij'].map(
    (name, at) => `${name}: &${name} [${new Array(9).fill(`*${'abcdefghi'[at]}`).join(', ')}]`,
  );
  for (const [title, text, code] of [
    ['a megabyte of nonsense', 'x'.repeat(1 << 20), 'too-large'],
    ['an alias bomb', ['a: &a [x, x]', ...bomb].join('\n'), 'too-many-aliases'],
    ['lists in lists', '- '.repeat(5000), 'too-deep'],
    ['brackets in brackets', '['.repeat(20_000), 'too-deep'],
    ['keys of keys', '? '.repeat(5000), 'too-deep'],
    ['thousands of documents', '---\na: 1\n'.repeat(2001), 'too-many-documents'],
  ] as const) {
    it(`${title} is refused at once`, () => {
      const started = performance.now();
      expect(errorOf(text).code).to.equal(code);
      expect(performance.now() - started).to.be.below(1000);
    });
  }

  it('with twenty thousand fields is none', () => {
    const fields = Array.from({ length: 18_000 }, (_, at) => `field${at}: 1`).join('\n');
    expect(valuesOf(fields)).to.have.length(1);
  });
});

describe('a rendered manifest', () => {
  it('reads back equal, whatever stands in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'yes',
        '010',
        '1:20',
        '2026-01-01',
        '~',
        '<<',
        '=',
        '.5',
        '1_0',
        '- a',
        'a: b',
      ),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('tree')), tie('map')),
      map: fc.dictionary(
        text.filter((name) => name !== '__proto__' && name !== '<<'),
        tie('tree'),
      ),
      leaf: fc.oneof(
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const resource = { kind: 'Any', value };
        expect(valuesOf(renderManifest(resource))).to.deep.equal([resource]);
      }),
    );
  });
});
