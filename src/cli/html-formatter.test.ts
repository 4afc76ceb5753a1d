/** Our page for who runs cucumber-js himself: named as the package names it, beside its captures. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(__dirname, '..', '..');

describe('the formatter calicumber/html', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-formatter-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is what package.json offers under that name', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(exports['./html'].default).to.equal('./doors/html.js');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules', 'calicumber'));
    const load = "process.stdout.write(require('calicumber/html').type)";
    const { stdout } = spawnSync(process.execPath, ['-e', load], { cwd: folder, encoding: 'utf8' });
    expect(stdout).to.equal('formatter');
  }).timeout(20_000);

  it('writes the page and its captures beside it', () => {
    const words = ['calicumber.js', 'run', 'features/link/arp.feature', '--reports', folder];
    const [program = '', ...rest] = words;
    const args = [join(__dirname, program), ...rest, '--format'];
    const file = join(folder, 'ours', 'page.html');
    spawnSync(process.execPath, [...args, `calicumber/html:${file}`], { cwd: ROOT });
    expect(readFileSync(file, 'utf8')).to.contain('<title>4 scenarios: 4 held</title>');
    expect(readdirSync(join(folder, 'ours'))).to.deep.equal(['captures', 'page.html']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.html'))).to.deep.equal([
      'index.html',
    ]);
  }).timeout(30_000);
});
