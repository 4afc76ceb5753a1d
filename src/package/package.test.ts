/** What package.json promises is there, or is made of what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import * as ts from 'typescript';
import { bundledPackages, LOADERS } from './build/bundles';
import { noticeOf } from './build/notice';
import { type Bom, withoutDevelopment } from './build/sbom';
import { isCheckout, packageOf, packageRoot, packagesFolder } from './package-root';

const ROOT = packageRoot();
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('the root of the package', () => {
  it('is the folder with our package.json', () => {
    expect(MANIFEST.name).to.equal('calicumber');
    expect(isCheckout()).to.equal(true);
    expect(packagesFolder()).to.equal(join(ROOT, 'node_modules'));
    expect(packageOf('@cucumber/cucumber')).to.equal(join(packagesFolder(), '@cucumber/cucumber'));
    expect(packageOf('there-is-none')).to.equal(undefined);
  });
});

describe('package.json', () => {
  it('names files that there are, or that are made', () => {
    const paths = [
      ...textsIn(MANIFEST.bin),
      ...textsIn(MANIFEST.exports),
      ...textsIn(MANIFEST.typesVersions),
      ...MANIFEST.files,
    ];
    const plain = paths.map((path) => path.replace(/^!|^\.\/|\/\*$/g, '').replace(/^\.\//, ''));
    expect(plain).to.include('doors/calicumber.js');
    expect(plain.filter((path) => !existsSync(join(ROOT, path)) && !isMade(path))).to.deep.equal(
      [],
    );
  });

  it('asks for every package that is required, and for no other', () => {
    const asked = Object.keys({ ...MANIFEST.dependencies, ...MANIFEST.peerDependencies });
    const required = new Set(shipped().flatMap(packagesOf));
    expect([...required].sort()).to.deep.equal(asked.sort());
  });

  it('has no package compile anything in a checkout', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const eager = Object.entries<{ readonly hasInstallScript?: true }>(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(MANIFEST.allowScripts).to.deep.equal(
      Object.fromEntries(eager.sort().map((name) => [name, false])),
    );
  });
});

describe('what a package says of the code of others in it', () => {
  it('is their names and licences', () => {
    const library = { source: '', code: '', inputs: ['node_modules/just-bash/dist/index.js'] };
    const notice = noticeOf(bundledPackages(ROOT, [library]), ROOT);
    expect(notice).to.match(/^preact \S+ \(MIT\)\n\nThe MIT License/m);
    expect(notice).to.match(/^just-bash \S+ \(Apache-2.0\)$/m);
    // A library may itself be a bundle, of what it depends on.
    expect(notice).to.match(/^re2js \S+ \(MIT\)$/m);
  });

  it('stands in the bill of materials, and tools do not', () => {
    const development = [{ name: 'cdx:npm:package:development' }];
    const component = (ref: string, properties: Bom['components'][0]['properties'] = []) => ({
      'bom-ref': ref,
      properties,
    });
    const bom: Bom = {
      metadata: { component: { name: 'a-folder' } },
      components: [
        component('yaml@2'),
        component('bash@3', development),
        component('mocha@12', development),
      ],
      dependencies: [{ ref: 'calicumber@0', dependsOn: ['yaml@2', 'mocha@12'] }],
    };
    expect(withoutDevelopment(bom, new Set(['bash@3']))).to.deep.equal({
      metadata: { component: { name: 'calicumber' } },
      components: [component('yaml@2'), component('bash@3')],
      dependencies: [{ ref: 'calicumber@0', dependsOn: ['yaml@2'] }],
    });
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** By `npm run build` and `npm run compile`. */
function isMade(path: string): boolean {
  if (['dist', 'dist/report/inputs.json', 'NOTICE'].includes(path)) return true;
  const [, source] = /^dist\/(.*)\.d\.ts$/.exec(path) ?? [];
  return source !== undefined && existsSync(join(ROOT, `${source}.ts`));
}

/** The sources that are compiled for a package, but for those that take their library along. */
function shipped(): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dist.json'), ts.sys.readFile);
  const { fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return fileNames.filter((file) => !LOADERS.includes(relative(ROOT, file)));
}

/** Those that a source requires when it runs. */
function packagesOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  if (!/(from |require\()'(?!\.|node:)/.test(text)) return [];
  const targets: string[] = [];
  const visit = (node: ts.Node): void => {
    const target = targetOf(node);
    if (target !== undefined && ts.isStringLiteral(target)) targets.push(target.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022));
  return targets
    .filter((target) => !/^(\.|node:)/.test(target) && !builtinModules.includes(target))
    .map((target) => /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
}

function targetOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) && !isOfTypes(node)) return node.moduleSpecifier;
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return node.expression.text === 'require' ? node.arguments[0] : undefined;
}

function isOfTypes({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
