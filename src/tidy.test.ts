/**
 * The house rules that no linter knows (STYLE: sizes, heads, banned calls), read off the files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..');
const FILE_LINES_MAX = 400;
const FUNCTION_LINES_MAX = 50;
const MEDIAN_LINES_MAX = 90;
const P90_LINES_MAX = 250;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const files: readonly SourceFile[] = ['src', 'steps', 'bench'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(room, name);
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1 };
    }),
);
const code = files.filter(({ path }) => !/\.(test|fixture|contract)\.tsx?$|testing/.test(path));

/** What a run must not depend on, in the rooms that virtual time and seeded dice rule. */
const BANNED = [
  /\bDate\.now\(/,
  /\bMath\.random\(/,
  /\bconsole\./,
  /\bprocess\./,
  /\bsetTimeout\(/,
  /\bBuffer\b/,
];
// Drivers of real machines, and recordings of them, live in real time.
const RULED =
  /^src\/(?!cli|docs|package|record|report|tidy|layers|driver\/(netns|kubectl|remote)\/)/;

describe('the house', () => {
  it(`has no file over ${FILE_LINES_MAX} lines`, () => {
    const long = files.filter(({ lines }) => lines > FILE_LINES_MAX);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).to.deep.equal([]);
  });

  it(`has files of ${MEDIAN_LINES_MAX} lines in the middle and ${P90_LINES_MAX} at the ninetieth`, () => {
    const sizes = files.map(({ lines }) => lines).sort((one, other) => one - other);
    expect(sizes[Math.floor(sizes.length * 0.5)]).to.be.at.most(MEDIAN_LINES_MAX);
    expect(sizes[Math.floor(sizes.length * 0.9)]).to.be.at.most(P90_LINES_MAX);
  });

  it(`has no function over ${FUNCTION_LINES_MAX} lines`, () => {
    expect(code.flatMap(longFunctions)).to.deep.equal([]);
  });

  it('says at the head of each file what it is', () => {
    const headless = code.filter(({ text }) => !/^(#!.*\n)?\s*\/\*\*/.test(text));
    expect(headless.map(({ path }) => path)).to.deep.equal([]);
  });

  it('asks nobody for the time or the dice below the command line', () => {
    const strays = code
      .filter(({ path }) => RULED.test(path))
      .flatMap(({ path, text }) =>
        BANNED.filter((call) => call.test(withoutComments(text))).map((call) => `${path}: ${call}`),
      );
    expect(strays).to.deep.equal([]);
  });

  it('leaves nothing for later', () => {
    const word = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X\\b'].join(''));
    const left = files.filter(({ text }) => word.test(text)).map(({ path }) => path);
    expect(left).to.deep.equal([]);
  });

  it('compiles for a target that ts-node with swc knows', () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
    expect(config.compilerOptions.target).to.equal('es2022');
  });
});

function longFunctions({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const long: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      const lines = last - first + 1;
      if (lines > FUNCTION_LINES_MAX) long.push(`${relative('.', path)}:${first + 1}: ${lines}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return long;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
