/** What a save touches, and what is said of one that touches nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';
import { KnownFeatures } from './known-features';
import { sortSaves } from './saved';
import { WatchedFiles } from './watched-files';
import { pings } from './watching.fixture';

describe('what was saved', () => {
  const root = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const at = (name: string): string => join(root, name);
  const nameOf = (name: string): string => relative(process.cwd(), at(name));

  before(() => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      write(`features/${name}.feature`, pings({ one: '8.8.8.8' }, `of-${name}`));
    }
    write('features/manifests/of-a.yaml', '');
    write('steps/ping.steps.ts', '');
  });
  after(() => rmSync(root, { recursive: true }));

  function write(name: string, text: string): void {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }

  function sorted(features: KnownFeatures, ...names: readonly string[]) {
    const files = new WatchedFiles({
      given: [at('features')],
      submission: undefined,
      reports: at('reports'),
      project: at('features'),
      code: at('steps'),
    });
    const { plan, gone, words } = sortSaves(names.map(at), files, features);
    return { paths: plan?.paths, title: plan?.title, first: plan?.first, gone, words };
  }

  it('touches features that read it, or name it where they were never run', () => {
    const features = new KnownFeatures([at('features')]);
    const saved = 'features/manifests/of-a.yaml';
    expect(sorted(features, saved).paths).to.deep.equal([nameOf('features/a.feature')]);
    features.follow(nameOf('features/a.feature'), [at('features/labs/kans.yaml')]);
    features.follow(nameOf('features/b.feature'), [at(saved)]);
    features.learn(false);
    expect(sorted(features, saved).paths).to.deep.equal([nameOf('features/b.feature')]);
    features.follow(nameOf('features/b.feature'), [at('features/labs/kans.yaml')]);
    features.learn(true);
    expect(sorted(features, saved).paths).to.deep.equal([nameOf('features/b.feature')]);
  });

  it('is told by its name, and where nothing comes of it, why', () => {
    const features = new KnownFeatures([at('features')]);
    expect(sorted(features, 'features/manifests/of-z.yaml', 'steps/ping.steps.ts')).to.deep.equal({
      paths: undefined,
      title: undefined,
      first: undefined,
      gone: [],
      words: [
        `\nsaved: ${nameOf('features/manifests/of-z.yaml')}, which no feature reads`,
        `\nsaved: ${nameOf('steps/ping.steps.ts')}, which is loaded once; end the watch and start it again to run with it`,
      ],
    });
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `features/${name}.feature`);
    const named = all.slice(0, 5).map(nameOf).join(', ');
    expect(sorted(features, ...all).title).to.equal(`saved: ${named} and 1 more`);
  });

  it('begins with the lines that were changed, and forgets what is gone', () => {
    const features = new KnownFeatures([at('features')]);
    write('features/a.feature', pings({ one: '8.8.8.9' }, 'of-a'));
    rmSync(at('features/b.feature'));
    const [changed, gone] = [nameOf('features/a.feature'), nameOf('features/b.feature')];
    expect(sorted(features, 'features/a.feature', 'features/b.feature')).to.deep.equal({
      paths: [changed],
      title: `saved: ${changed}; gone: ${gone}`,
      first: [{ uri: changed, from: 5, to: 5 }],
      gone: [gone],
      words: [],
    });
    expect(features.names).not.to.include(gone);
  });
});
