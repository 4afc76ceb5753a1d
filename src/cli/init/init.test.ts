/**
 * A new project, as its owner gets it: it runs, editors understand it, and nothing of theirs is lost.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ExpressionBuilder } from '@cucumber/language-service';
import { WasmParserAdapter } from '@cucumber/language-service/wasm';
import { expect } from 'chai';
import { parse } from 'yaml';
import { catalogue } from '../../../steps';
import { failuresIn, heldIn, runFeatures } from '../../../steps/support/run-features';
import { glueText } from './glue';
import { initProject } from './init-project';

describe('a new project', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  for (const language of ['en', 'ko'] as const) {
    it(`has a feature that holds (${language})`, async () => {
      initProject(folder, language);
      const messages = await runFeatures([join(folder, 'features/first.feature')], 'sim');
      expect(failuresIn(messages)).to.deep.equal([]);
      expect(heldIn(messages)).to.have.length(3);
      expect(existsSync(join(folder, 'README.md'))).to.equal(true);
    });
  }

  it('is of two languages that say the same', () => {
    const steps = (text: string) => text.split('\n').filter((line) => /^ {4}\S/.test(line)).length;
    const root = join(__dirname, '..', '..', '..', 'templates', 'init');
    const [english, korean] = ['en', 'ko'].map((language) =>
      readFileSync(join(root, `first.${language}.feature`), 'utf8'),
    );
    expect(steps(korean ?? '')).to.equal(steps(english ?? ''));
  });

  it('keeps what is there, byte for byte', () => {
    writeFileSync(join(folder, 'README.md'), 'mine\r\n');
    const { kept, written } = initProject(folder, 'en');
    expect(read('README.md')).to.equal('mine\r\n');
    expect(kept).to.deep.equal(['README.md']);
    expect(initProject(folder, 'ko')).to.deep.include({ written: [], completed: [] });
    expect(written).to.include('features/first.feature');
  });

  it('completes a package.json, and leaves in it what npm wrote', () => {
    const dependencies = { calicumber: 'file:../calicumber-0.1.0.tgz' };
    const scripts = { test: 'echo "Error: no test specified" && exit 1', lint: 'mine' };
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'x', dependencies, scripts }),
    );
    expect(initProject(folder, 'en').completed).to.deep.equal(['package.json']);
    const after = JSON.parse(read('package.json'));
    expect(after.dependencies).to.deep.equal(dependencies);
    expect(after.scripts).to.deep.equal({ test: 'calicumber run', lint: 'mine' });
    expect(Object.keys(after.devDependencies)).to.deep.equal(['@cucumber/cucumber']);
  });

  it('is not called like this program, for npm would not install it there', () => {
    const namesake = join(folder, 'Calicumber');
    initProject(namesake, 'en');
    const { name } = JSON.parse(readFileSync(join(namesake, 'package.json'), 'utf8'));
    expect(name).to.equal('specifications');
  });

  it('says what is wrong with a package.json that nobody can read', () => {
    writeFileSync(join(folder, 'package.json'), '{');
    expect(() => initProject(folder, 'en')).to.throw('package.json is not JSON; put it right');
  });

  it('has a workflow and settings that can be read', () => {
    initProject(folder, 'en');
    expect(parse(read('.github/workflows/specifications.yml')).jobs.run.steps).to.be.an('array');
    expect(JSON.parse(read('.vscode/settings.json'))).to.have.property('cucumber.glue');
  });
});

describe('what editors are given of an installed package', () => {
  it('has every sentence and every kind of argument', async () => {
    const home = dirname(require.resolve('@cucumber/language-service/wasm'));
    const adapter = new WasmParserAdapter(join(home, '..', '..', '..'));
    await adapter.init();
    const file = {
      languageName: 'tsx',
      uri: 'file:///steps.glue.ts',
      content: glueText(),
    } as const;
    const found = new ExpressionBuilder(adapter).build([file], []);
    const known = catalogue().entries.flatMap(({ wordings }) => wordings.map((it) => it.pattern));
    const seen = found.expressionLinks.map(({ expression }) => expression.source);
    expect(found.errors).to.deep.equal([]);
    expect([...seen].sort()).to.deep.equal([...known].sort());
    expect(found.parameterTypeLinks).to.have.length(catalogue().parameterTypes.length);
  });
});
