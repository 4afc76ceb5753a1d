/** Whatever the text: it is taken, or one `ManifestError` names a place in it. And soon. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { ResourceStore } from '../../k8s/store';
import { ManifestError } from '../../manifest/manifest-error';
import { renderManifest } from '../../manifest/render-manifest';
import { admit } from './admit';
import { parseManifest } from './parse-manifest';

const FEATURES = join(__dirname, '../../../features');
const GOLDEN = join(__dirname, 'golden');

const good = ['labs', 'manifests'].flatMap((folder) =>
  readdirSync(join(FEATURES, folder)).map((file) =>
    readFileSync(join(FEATURES, folder, file), 'utf8'),
  ),
);
const samples = [
  ...good,
  ...readdirSync(GOLDEN).map((file) => readFileSync(join(GOLDEN, file), 'utf8')),
];

const TIME_MAX_MS = 2000;

function check(text: string): void {
  const started = performance.now();
  const store = new ResourceStore();
  try {
    for (const parsed of parseManifest(text, 'my.yaml')) {
      admit(parsed, store);
      store.put(parsed.kind, parsed.resource);
    }
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    expect(error.line).to.be.within(1, text.split(/\r\n|\r|\n/).length);
    expect(error.column).to.be.at.least(1);
  }
  expect(performance.now() - started).to.be.below(TIME_MAX_MS);
}

describe('any text', () => {
  it('is taken or refused with its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), check));
  });

  it('made of YAML’s own signs is taken or refused with its place', () => {
    const sign = fc.constantFrom(
      ...':-?[]{}&*!|>%@`"\'#,~ \n\t<=',
      'a',
      '1',
      '---\n',
      '  ',
      'kind: Pod\n',
      '&a ',
      '*a',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 200 }).map((signs) => signs.join('')),
        check,
      ),
    );
  });

  it('that was a good manifest before somebody slipped is taken or refused with its place', () => {
    const slip = fc.record({
      at: fc.nat(8000),
      length: fc.nat(12),
      text: fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(
          '\n',
          '  ',
          ': ',
          '- ',
          'null',
          '[]',
          '{}',
          '-1',
          '__proto__: 1\n',
          '&a ',
          '*a',
        ),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(slip, { minLength: 1, maxLength: 3 }),
        (sample, slips) => {
          let text = sample;
          for (const { at, length, text: put } of slips) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + put + text.slice(start + length);
          }
          check(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a resource', () => {
  for (const text of good) {
    for (const { resource } of parseManifest(text, 'my.yaml')) {
      it(`${resource.kind} ${resource.metadata.name} is rendered as a manifest that reads back equal`, () => {
        const [again] = parseManifest(renderManifest(resource), 'again.yaml');
        expect(again?.resource).to.deep.equal(resource);
      });
    }
  }
});
