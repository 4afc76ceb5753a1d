/**
 * Labs and manifests as files, and what is said where there is none.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { inputFiles } from './input-files';

describe('input files', () => {
  const root = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const read = inputFiles(root);

  before(() => {
    mkdirSync(join(root, 'labs'));
    writeFileSync(join(root, 'labs', 'kans.yaml'), 'kind: Node\n');
  });
  after(() => rmSync(root, { recursive: true }));

  it('are read by name', () => {
    expect(read('labs', 'kans')).to.deep.equal({
      yaml: 'kind: Node\n',
      source: 'features/labs/kans.yaml',
      path: join(root, 'labs', 'kans.yaml'),
    });
  });

  it('are read again when they were saved again', () => {
    const file = join(root, 'labs', 'lab.yaml');
    const saved = ['one', 'another'].map((text) => {
      writeFileSync(file, text);
      return read('labs', 'lab').yaml;
    });
    rmSync(file);
    expect(saved).to.deep.equal(['one', 'another']);
    expect(read('labs', 'kans')).to.equal(read('labs', 'kans'));
    expect(() => read('labs', 'lab')).to.throw('there is no file features/labs/lab.yaml');
  });

  it('have no name that cannot be', () => {
    for (const name of ['a\0b', 'a'.repeat(5000)]) {
      expect(() => read('labs', name)).to.throw('there is no file');
    }
  });

  it('are suggested where a name is misspelt', () => {
    expect(() => read('labs', 'kasn')).to.throw(
      'there is no file features/labs/kasn.yaml; there is kans',
    );
    expect(() => read('manifests', 'one-pod')).to.throw(
      'there is no file features/manifests/one-pod.yaml; there is none',
    );
  });

  it('are never outside their folder', () => {
    expect(() => read('labs', '../labs/kans')).to.throw('there is no file');
  });
});
