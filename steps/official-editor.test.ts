/**
 * The official editor support, which reads sentences from the source as text, finds every one that the
 * catalogue has when it runs, and no other: go-to-definition and completion of its extension rest on this.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExpressionBuilder, type ExpressionBuilderResult } from '@cucumber/language-service';
import { WasmParserAdapter } from '@cucumber/language-service/wasm';
import { expect } from 'chai';
import { catalogue } from './index';

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => join(__dirname, name))
  .map((path) => ({ uri: pathToFileURL(path).href, content: readFileSync(path, 'utf8') }));

/** The package keeps them in dist/, and its code in dist/cjs/src/tree-sitter-wasm/. */
const GRAMMARS = join(
  dirname(require.resolve('@cucumber/language-service/wasm')),
  ...Array(3).fill('..'),
);

type Target = ExpressionBuilderResult['expressionLinks'][number]['locationLink'];

/** The lines that a link leads to. */
function linesAt({ targetUri, targetRange }: Target): string {
  const { content = '' } = sources.find(({ uri }) => uri === targetUri) ?? {};
  const { start, end } = targetRange;
  return content
    .split('\n')
    .slice(start.line, end.line + 1)
    .join('\n');
}

describe('the official editor support', () => {
  let found: ExpressionBuilderResult;

  before(async () => {
    const adapter = new WasmParserAdapter(GRAMMARS);
    await adapter.init();
    const files = sources.map((source) => ({ languageName: 'tsx', ...source }) as const);
    found = new ExpressionBuilder(adapter).build(files, []);
  });

  it('reads our sources without an error', () => {
    expect(found.errors.map(({ message }) => message)).to.deep.equal([]);
  });

  it('finds every sentence in every language, and no other', () => {
    const known = catalogue().entries.flatMap(({ wordings }) =>
      wordings.map(({ pattern }) => pattern),
    );
    const seen = found.expressionLinks.map(({ expression }) => expression.source);
    expect([...seen].sort()).to.deep.equal([...known].sort());
  });

  it('finds every kind of argument with its regular expressions, and no other', () => {
    const known = catalogue().parameterTypes.map(({ name, regexp }) => [
      name,
      ...[regexp].flat().map(({ source }) => source),
    ]);
    const seen = found.parameterTypeLinks.map(({ parameterType }) => [
      parameterType.name,
      ...parameterType.regexpStrings,
    ]);
    expect([...seen].sort()).to.deep.equal([...known].sort());
  });

  it('leads to the call that defines it', () => {
    const sentences = found.expressionLinks.map(({ expression, locationLink }) => ({
      says: expression.source,
      lines: linesAt(locationLink),
    }));
    const types = found.parameterTypeLinks.map(({ parameterType, locationLink }) => ({
      says: `name: '${parameterType.name}'`,
      lines: linesAt(locationLink),
    }));
    const astray = [...sentences, ...types].filter(({ says, lines }) => !lines.includes(says));
    expect(astray).to.deep.equal([]);
  });
});
