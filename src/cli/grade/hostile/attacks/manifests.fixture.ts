/**
 * Manifests that grow, nest or pretend. (YAML 1.2; the entity bomb of CWE-776; prototype pollution, CWE-1321.)
 */
import { type Attack, type Expected, graded, ungradable } from '../attack.fixture';
import { POD, POD_ONLY } from './honest.fixture';

const attack = (name: string, text: string, expected: Expected): Attack => ({
  name: `yaml-${name}`,
  handedIn: { files: { 'pods.yaml': text } },
  expected,
});

const pool = (spec: string) =>
  `apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: { name: mine }\nspec: ${spec}\n`;
const withSpec = (spec: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: pod1 }\nspec: ${spec}\n`;
const pods = (count: number) =>
  Array.from({ length: count }, (_, at) => POD.replace('pod1', `p${at}`)).join('---\n');

/** Each line repeats the one before nine times. */
const LAUGHS = [
  'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...Array.from('bcdefghi', (letter, at) => {
    const before = `*${'abcdefgh'[at]}`;
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
  }),
].join('\n');

export const MANIFESTS: readonly Attack[] = [
  attack(
    'billion-laughs',
    LAUGHS,
    ungradable(/pods\.yaml:1:\d+: .*aliases repeat more than 100 times/),
  ),
  attack('10-mb', `a: ${'x'.repeat(10_000_000)}`, ungradable(/more than 1048576 bytes/)),
  attack(
    '1-mb',
    `a: ${'x'.repeat(1_000_000)}`,
    ungradable(/pods\.yaml:1:1: .*262144 is the limit/),
  ),
  attack('deep-flow', `a: ${'['.repeat(10_000)}`, ungradable(/more than 64 mappings and lists/)),
  attack(
    'deep-block',
    Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ungradable(/more than 64 mappings and lists/),
  ),
  attack('100000-documents', '--- {}\n'.repeat(37_000), ungradable(/more than 2000 documents/)),
  attack('merge-keys', `base: &base { <<: *base }\n${POD}`, ungradable(/pods\.yaml:\d+:\d+: /)),
  attack('own-anchor', `a: &a [*a]\n`, ungradable(/pods\.yaml:1:\d+: /)),
  attack(
    'js-function',
    withSpec('!!js/function "function () { process.exit(0) }"'),
    ungradable(/pods\.yaml:4:\d+: broken YAML: Unresolved tag/),
  ),
  attack(
    'python-object',
    withSpec('!!python/object/apply:os.system ["id"]'),
    ungradable(/pods\.yaml:4:\d+: broken YAML: Unresolved tag/),
  ),
  attack(
    'tabs',
    'apiVersion: v1\nkind: Pod\nspec:\n\tnodeName: k8s-w1\n',
    ungradable(/pods\.yaml:4:1: .*[Tt]ab/),
  ),
  attack(
    'twin-keys',
    `${POD}kind: Node\n`,
    ungradable(/pods\.yaml:5:1: the field kind is given twice/),
  ),
  attack(
    'proto',
    `${POD}__proto__: { admin: true }\nconstructor: { prototype: { admin: true } }\n`,
    ungradable(/pods\.yaml:5:1: .*__proto__/),
  ),
  attack(
    'proto-in-labels',
    POD.replace('pod1 }', 'pod1, labels: { __proto__: x } }'),
    ungradable(/pods\.yaml:3:\d+: .*__proto__/),
  ),
  attack(
    'huge-number',
    pool('{ cidr: 10.9.0.0/16, blockSize: 1e400 }'),
    ungradable(/pods\.yaml:4:39: not a number that JSON has/),
  ),
  attack(
    'long-number',
    pool(`{ cidr: 10.9.0.0/16, blockSize: ${'9'.repeat(4000)} }`),
    ungradable(/pods\.yaml:4:39: not a number that JSON has/),
  ),
  attack('pool-of-all', pool('{ cidr: 0.0.0.0/0 }'), ungradable(/pods\.yaml:4:\d+: .*cidr/)),
  attack('2001-pods', pods(2001), ungradable(/more than 2000 documents/)),
  attack('600-pods', pods(600), graded(0, /there is no pod pod1; there is p0, p1/)),
  attack(
    'name-with-markup',
    POD.replace('pod1', '"<img src=x onerror=alert(1)>"'),
    ungradable(/pods\.yaml:3:\d+: .*metadata\.name/),
  ),
  attack(
    'name-with-escapes',
    POD.replace('pod1', '"\\e[2J\\u202e"'),
    ungradable(/pods\.yaml:3:\d+: .*metadata\.name/),
  ),
  attack(
    'an-underlay-of-his-own',
    'apiVersion: calicumber.dev/v1\nkind: Underlay\nmetadata: { name: kans }\nspec: {}\n',
    ungradable(/pods\.yaml:\d+:\d+: /),
  ),
  attack(
    'pattern-in-a-name',
    POD.replace('pod1', `"${'a'.repeat(50_000)}!"`),
    ungradable(/pods\.yaml:3:\d+: /),
  ),
  attack('not-a-mapping', '- 1\n- 2\n', ungradable(/pods\.yaml:1:1: a resource must be a mapping/)),
  attack(
    'comment-only',
    '# nothing\n'.repeat(20_000),
    ungradable(/pods\.yaml:1:1: there is no resource in it/),
  ),
  attack('unused-anchor', `${POD.replace('pod1', '&name pod1')}`, graded(POD_ONLY)),
  {
    name: 'yaml-a-hundred-files',
    handedIn: {
      files: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.yaml`, POD])),
    },
    expected: ungradable(/more than 100 files/),
  },
];
