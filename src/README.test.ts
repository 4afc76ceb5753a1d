/**
 * What the documents say is so: commands run, paths lead somewhere, the picture is what the program draws.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(__dirname, '..');
const BIN = join(__dirname, 'cli', 'calicumber.js');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const ARCHITECTURE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

/** The code blocks of a language, without the indentation of the list that they stand in. */
function blocks(text: string, language: string): string[] {
  const fence = new RegExp(`^( *)\`\`\`${language}\\n([^]*?)^ *\`\`\`$`, 'gm');
  return [...text.matchAll(fence)].map(([, indent = '', body = '']) =>
    body.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** The words after `npx calicumber`, quotes taken off. */
function commandsOf(text: string): string[][] {
  return blocks(text, 'sh')
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => /^npx calicumber ([^#]*)/.exec(line)?.[1] ?? [])
    .map((words) => words.trim().match(/"[^"]*"|\S+/g) ?? [])
    .map((words) => words.map((word) => word.replaceAll('"', '')));
}

function calicumber(cwd: string, words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(process.execPath, [BIN, ...words], { cwd, env, encoding: 'utf8' });
}

describe('the README', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const reports = ['--reports', join(folder, 'reports')];

  before(() => mkdirSync(join(folder, 'features')));
  after(() => rmSync(folder, { recursive: true }));

  /** The feature that a reader writes first, with a line put before its When. */
  function firstFeature(line?: string): string {
    const [, feature = ''] = blocks(README, 'gherkin');
    const text = line === undefined ? feature : feature.replace(/^.*When/m, `${line}\n$&`);
    const path = join(folder, 'features', 'my-first.feature');
    writeFileSync(path, text);
    return path;
  }

  it('has a first feature that holds', () => {
    const { stdout } = calicumber(ROOT, ['run', firstFeature(), ...reports]);
    expect(stdout).to.match(/^1 scenario: 1 held /);
  });

  it('shows what a broken network looks like', () => {
    const [, , change = ''] = blocks(README, 'gherkin');
    const { stdout } = calicumber(folder, ['run', firstFeature(change.trimEnd()), ...reports]);
    const shown = blocks(README, 'text').find((block) => block.startsWith('violated'));
    const lines = stdout.split('\n').slice(0, shown?.trimEnd().split('\n').length);
    expect(`${lines.join('\n')}\n`).to.equal(shown);
  });

  for (const words of commandsOf(README)) {
    it(`says what works: calicumber ${words.join(' ')}`, () => {
      const isRun = words[0] === 'run';
      const given = words.map((word) =>
        word.endsWith('my-first.feature') ? firstFeature() : word,
      );
      const { status, stderr } = calicumber(ROOT, [...given, ...(isRun ? reports : [])]);
      expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    });
  }

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [, script = ''] of README.matchAll(/npm (?:run )?(start|test|bench)\b/g)) {
      expect(scripts).to.have.property(script);
    }
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
      const lost = paths.filter((path) => !/my-first|NAME/.test(path));
      expect(lost.filter((path) => !existsSync(join(ROOT, path)))).to.deep.equal([]);
    });
  }
});
