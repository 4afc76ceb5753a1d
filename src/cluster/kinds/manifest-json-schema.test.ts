/**
 * The schema of manifests that editors read: it must say no less than nothing, and never refuse what is good.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect } from 'chai';
import { parseAllDocuments } from 'yaml';
import { manifestJsonSchema } from './manifest-json-schema';

const ROOT = join(__dirname, '..', '..', '..');
const SCHEMA = join(ROOT, 'schemas', 'manifest.schema.json');

const POOL = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'IPPool',
  metadata: { name: 'pool' },
  spec: { cidr: '172.16.0.0/16', ipipMode: 'Always', natOutgoing: true },
};

describe('the schema of manifests', () => {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    manifestJsonSchema(),
  );

  /** Where a document is not as the schema says. */
  function faultsOf(document: unknown): readonly string[] {
    validate(document);
    return (validate.errors ?? [])
      .filter(({ keyword }) => !['if', 'anyOf'].includes(keyword))
      .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  }

  it('is what editors get', () => {
    const text = `${JSON.stringify(manifestJsonSchema(), undefined, 2)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(SCHEMA, text);
    expect(readFileSync(SCHEMA, 'utf8')).to.equal(text);
  });

  for (const room of ['labs', 'manifests']) {
    it(`finds nothing in features/${room}`, () => {
      const folder = join(ROOT, 'features', room);
      const faults = readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .flatMap((file) =>
          parseAllDocuments(readFileSync(join(folder, file), 'utf8'))
            .map((document) => document.toJS() as unknown)
            .flatMap(faultsOf)
            .map((fault) => `${file}: ${fault}`),
        );
      expect(faults).to.deep.equal([]);
    });
  }

  it('knows the fields of each kind, and their values', () => {
    expect(faultsOf(POOL)).to.deep.equal([]);
    expect(faultsOf({ ...POOL, spec: { ...POOL.spec, ipipMode: 'Sometimes' } })).to.deep.equal([
      '/spec/ipipMode enum',
    ]);
    expect(faultsOf({ ...POOL, spec: { ...POOL.spec, natOutgiong: true } })).to.deep.equal([
      '/spec additionalProperties',
    ]);
    expect(faultsOf({ ...POOL, kind: 'IPPol' })).to.deep.equal(['/kind enum']);
  });

  it('takes the other names of a kind', () => {
    expect(faultsOf({ ...POOL, apiVersion: 'crd.projectcalico.org/v1' })).to.deep.equal([]);
  });
});
