/** Which files a watch looks at, wherever it was started. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { WatchedFiles } from './watched-files';

describe('the files that are watched', () => {
  const root = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const at = (path: string): string => join(root, path);

  before(() => {
    for (const file of ['features/nat/a.feature', 'home/b.feature', 'steps/x.ts', 'hand/in.sh']) {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), '');
    }
  });
  after(() => rmSync(root, { recursive: true }));

  function watchedFrom(...given: readonly string[]): WatchedFiles {
    return new WatchedFiles({
      given: given.map(at),
      submission: at('hand'),
      reports: at('reports'),
      project: at('project/features'),
      code: at('steps'),
    });
  }

  it('are features that were given, their labs and manifests, what is handed in, and sentences', () => {
    const files = watchedFrom('features/nat');
    const kinds = {
      'features/nat/a.feature': 'feature',
      'features/nat/new/b.feature': 'feature',
      'features/other.feature': undefined,
      'features/labs/kans.yaml': 'input',
      'features/nat/manifests/pod.yaml': 'input',
      'features/nat/pod.yaml': undefined,
      'features/nat/.a.feature': undefined,
      'features/nat/node_modules/a.feature': undefined,
      'features/nat/a.feature~': undefined,
      'project/features/manifests/pod.yaml': 'input',
      'hand/in.sh': 'submission',
      'steps/x.ts': 'code',
      'reports/index.html': undefined,
    };
    const seen = Object.keys(kinds).map((path) => [path, files.kindOf(at(path))]);
    expect(Object.fromEntries(seen)).to.deep.equal(kinds);
  });

  it('are not looked for in folders that have nothing to do with a feature', () => {
    const files = watchedFrom('home/b.feature');
    const folders = [
      'home',
      'home/labs',
      'home/music',
      'home/music/labs',
      'home/.cache',
      'reports',
    ];
    expect(folders.filter((path) => files.isEntered(at(path)))).to.deep.equal([
      'home',
      'home/labs',
    ]);
    expect(files.kindOf(at('home/c.feature'))).to.equal(undefined);
  });

  it('lie in folders of which none is within another', () => {
    const own = ['hand', 'project/features', 'steps'].map(at);
    expect([...watchedFrom('features/nat').roots].sort()).to.deep.equal([at('features'), ...own]);
    expect(watchedFrom('.').roots).to.deep.equal([root]);
    expect(watchedFrom('.').kindOf(at('reports/a.feature'))).to.equal(undefined);
  });
});
