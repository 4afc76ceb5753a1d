/**
 * What the documents say is so: commands run, paths lead somewhere, numbers are not too high, and
 * every room has its paragraph. A process costs a second, so commands share what they can.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { codeBlocks } from './docs/testing/code-blocks';
import { doAll } from './docs/testing/deeds';
import { shownCommands } from './docs/testing/shown-commands';

const ROOT = join(__dirname, '..');
const BIN = join(__dirname, 'cli', 'calicumber.js');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const ARCHITECTURE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

const BLOCKS = codeBlocks(README);

/** The one block of a language that begins like this. */
function block(language: string, start: string): string {
  const found = BLOCKS.find(
    ({ language: its, text }) => its === language && text.trimStart().startsWith(start),
  );
  if (found === undefined) throw new Error(`the README shows no ${language} "${start}"`);
  return found.text;
}

function node(cwd: string, words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8' });
}

describe('the README', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const reports = ['--reports', join(folder, 'reports')];
  const first = join(folder, 'features', 'my-first.feature');
  // What only root can do, and says so, is left out for others.
  const commands = BLOCKS.flatMap(shownCommands).filter(
    ({ isForRoot, isWithSudo }) => !isWithSudo && (!isForRoot || process.getuid?.() === 0),
  );

  before(() => {
    mkdirSync(join(folder, 'features', 'labs'), { recursive: true });
    writeFileSync(first, block('gherkin', 'Feature: My first'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has features, a lab and options that hold', () => {
    writeFileSync(join(folder, 'features', 'two.feature'), block('gherkin', 'Feature: Two nodes'));
    writeFileSync(
      join(folder, 'features', 'labs', 'two.yaml'),
      block('yaml', 'apiVersion: calicumber.dev/v1'),
    );
    const options = commands
      .filter(({ words: [name] }) => name === 'run')
      .flatMap(({ words: [, ...words] }) => words)
      .filter((word) => !word.endsWith('.feature'))
      .map((word) => word.replace('@fault', 'not @fault'));
    const words = [BIN, 'run', join(folder, 'features'), ...options, ...reports];
    const { stdout, status } = node(folder, words);
    expect(stdout).to.match(/^2 scenarios: 2 held /);
    expect(status).to.equal(0);
  });

  it('shows what a broken network looks like', () => {
    const change = block('gherkin', 'Given natOutgoing').trimEnd();
    const broken = block('gherkin', 'Feature: My first').replace(/^.*When/m, `${change}\n$&`);
    writeFileSync(first, broken);
    const { stdout, status } = node(folder, [BIN, 'run', first, ...reports]);
    const shown = block('text', 'violated');
    expect(stdout.slice(0, shown.length)).to.equal(shown);
    expect(status).to.equal(1);
  });

  it('names commands that work', () => {
    const others = commands.filter(({ words: [name] }) => name !== 'run');
    const calls = doAll(others.map(({ words }) => ({ kind: 'call', folder: ROOT, words })));
    expect(calls.map(({ exit }) => exit)).to.deep.equal(others.map(({ exit }) => exit));
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [, script = ''] of README.matchAll(/npm (?:run )?(start|test|bench)\b/g)) {
      expect(scripts).to.have.property(script);
    }
  });

  it('counts no more recordings than there are', () => {
    const recordings = readdirSync(join(__dirname, 'observe', 'cases')).filter((name) =>
      name.endsWith('.obs.json'),
    );
    const [, said] = /(\d+) experiments/.exec(README) ?? [];
    expect(Number(said)).to.be.within(1, recordings.length);
  });
});

describe('the documents', () => {
  for (const [name, text] of [
    ['README.md', README],
    ['ARCHITECTURE.md', ARCHITECTURE],
  ] as const) {
    it(`${name} leads only to what there is`, () => {
      const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
      const quoted = [...text.matchAll(/`((?:src|steps|features|bench)\/[^`<>\s*]*)`/g)];
      const paths = [...links, ...quoted.map(([, path = '']) => path)];
      const lost = paths.filter((path) => !/my-first|two\.|NAME/.test(path));
      expect(lost.filter((path) => !existsSync(join(ROOT, path)))).to.deep.equal([]);
    });
  }

  it('ARCHITECTURE.md has a paragraph for every room', () => {
    const rooms = readdirSync(__dirname, { withFileTypes: true }).filter((it) => it.isDirectory());
    const missing = rooms.filter(({ name }) => !ARCHITECTURE.includes(`\n**\`src/${name}/\`**`));
    expect(missing.map(({ name }) => name)).to.deep.equal([]);
  });
});
