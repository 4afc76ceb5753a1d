/**
 * Whose labs and manifests a feature gets.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { featureInputs, followInputs } from './feature-inputs';

describe('the inputs of a feature', () => {
  const root = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const project = join(root, 'project', 'features');
  const own = join(root, 'own', 'features');
  const read = featureInputs(project)(join(own, 'nat', 'mine.feature'));

  before(() => {
    for (const folder of [project, own]) {
      mkdirSync(join(folder, 'manifests'), { recursive: true });
      writeFileSync(join(folder, 'manifests', 'both.yaml'), `# ${folder}`);
    }
    writeFileSync(join(own, 'manifests', 'mine.yaml'), '# mine');
    mkdirSync(join(project, 'labs'));
    writeFileSync(join(project, 'labs', 'kans.yaml'), '# kans');
  });
  after(() => rmSync(root, { recursive: true }));

  it('are its own first', () => {
    expect(read('manifests', 'both').yaml).to.equal(`# ${own}`);
  });

  it("are the project's where it has none", () => {
    expect(read('labs', 'kans').yaml).to.equal('# kans');
    expect(featureInputs(project)(join(root, 'a.feature'))('manifests', 'both').yaml).to.equal(
      `# ${project}`,
    );
  });

  it('are followed, wherever they could lie', () => {
    const seen: unknown[] = [];
    followInputs((feature, places) => seen.push([feature, ...places]));
    const feature = join(own, 'nat', 'mine.feature');
    const reader = featureInputs(project)(feature);
    reader('labs', 'kans');
    expect(() => reader('manifests', 'none')).to.throw('none.yaml');
    followInputs(() => {});
    const places = (...names: readonly string[]) => [join(own, ...names), join(project, ...names)];
    expect(seen).to.deep.equal([
      [feature, ...places('labs', 'kans.yaml')],
      [feature, ...places('manifests', 'none.yaml')],
    ]);
  });

  it('are suggested from its own', () => {
    expect(() => read('manifests', 'mien')).to.throw('features/manifests/mien.yaml');
    expect(() => read('manifests', 'mien')).to.throw('mine');
  });
});
