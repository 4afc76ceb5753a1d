/**
 * Files that a tool would run if it were started where they lie, and names that a tool would read as
 * something else. (Cucumber's: configuration files, support code, `@FILE` for a list of paths, wildcards.)
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Attack, type Expected, graded } from '../attack.fixture';
import { POD, SAYING } from './honest.fixture';

/** Where code of a student, if it ran, would leave its mark. */
export const MARK = join(tmpdir(), `calicumber-ran-${process.pid}`);

const WRITES = `require('node:fs').writeFileSync(${JSON.stringify(MARK)}, 'ran')`;
const WRITES_MODULE = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(MARK)}, 'ran');`;

const SAID = { 'say/gateway.feature': SAYING, 'say/manifests/pods.yaml': POD };
const ALL = 10;

const brings = (path: string, text: string): Attack => ({
  name: `code-${path.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}`,
  handedIn: { files: { ...SAID, [path]: text } },
  expected: graded(ALL, /not looked at|code is not run here/),
});
const attack = (name: string, files: Record<string, string>, expected: Expected): Attack => ({
  name: `code-${name}`,
  handedIn: { files },
  expected,
});

/** A feature that is called what means more to a tool. */
const called = (what: string, name: string): Attack =>
  attack(what, { [`say/${name}`]: SAYING, 'say/manifests/pods.yaml': POD }, graded(ALL));

export const CODE: readonly Attack[] = [
  brings('say/cucumber.js', WRITES),
  brings('say/cucumber.mjs', WRITES_MODULE),
  brings('cucumber.cjs', WRITES),
  brings('say/features/steps.js', WRITES),
  brings('say/features/support/world.ts', WRITES_MODULE),
  brings('say/step_definitions/steps.mjs', WRITES_MODULE),
  brings('say/register.js', WRITES),
  brings('say/node_modules/chai/index.js', WRITES),
  attack(
    'package-json',
    { ...SAID, 'say/package.json': `{ "scripts": { "preinstall": "touch ${MARK}" } }` },
    graded(ALL),
  ),
  attack(
    'tsconfig',
    { ...SAID, 'say/tsconfig.json': '{ "ts-node": { "require": ["./register.js"] } }' },
    graded(ALL),
  ),
  attack(
    'hidden-files',
    {
      ...SAID,
      'say/.mocharc.js': WRITES,
      'say/.env': 'NODE_OPTIONS=--require=./register.js',
      'say/.cucumberrc': '{}',
    },
    graded(ALL),
  ),
  called('a-list-of-paths', '@paths.feature'),
  attack(
    'a-list-of-hidden-features',
    { 'say/@list.feature': '../../../../hidden.feature\n/etc/passwd\n' },
    {
      state: 'ungradable',
      message: /@list\.feature:1:1: "\.\.\/\.\.\/\.\.\/\.\.\/hidden\.feature" makes no sense here/,
    },
  ),
  called('wildcards', '*.feature'),
  called('more-wildcards', '**{a,b}[x-z]?(c)!(d).feature'),
  called('braces', `{${'a,'.repeat(20)}b}.feature`),
  called('line-numbers', 'a.feature:3:7.feature'),
  called('long-name', `${'가'.repeat(70)}.feature`),
  called('percent', '%2e%2e%2f.feature'),
  attack(
    'braces-over-folders',
    { 'say/{x,../y}.feature': SAYING, 'say/manifests/pods.yaml': POD },
    graded(ALL),
  ),
  attack(
    'two-of-one-name',
    { 'say/a.feature': SAYING, 'say/features/a.feature': SAYING, 'say/manifests/pods.yaml': POD },
    graded(ALL),
  ),
];
