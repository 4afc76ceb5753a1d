/** What was compiled once is not compiled again, unless its source has changed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(__dirname, '..', '..');
const REGISTER = join(__dirname, 'register.js');

describe('the compiled sources', function () {
  this.timeout(30_000);
  let folder: string;
  before(() => {
    mkdirSync(join(ROOT, 'reports'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'reports', 'register-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are kept, and made anew when they change', () => {
    const file = join(folder, 'a.ts');
    const say = (text: string) => {
      writeFileSync(file, `export const said: string = '${text}';\n`);
      return loaded(file);
    };
    expect([say('one'), loaded(file), say('another'), loaded(file)]).to.deep.equal([
      { said: 'one', compiles: true },
      { said: 'one', compiles: false },
      { said: 'another', compiles: true },
      { said: 'another', compiles: false },
    ]);
    // Touched, and so perhaps another's.
    utimesSync(file, 1, 1);
    expect(loaded(file)).to.deep.equal({ said: 'another', compiles: true });
  });

  function loaded(file: string): { readonly said: string; readonly compiles: boolean } {
    const script = `
      const { said } = require(${JSON.stringify(file)});
      const compiles = Object.keys(require.cache).some((path) => /ts-node.dist/.test(path));
      process.stdout.write(JSON.stringify({ said, compiles }));`;
    const { stdout } = spawnSync(process.execPath, ['-r', REGISTER, '-e', script], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout);
  }
});
