/**
 * The layering of src/ and steps/, held as a test: a room may import only the rooms that its line
 * names. ARCHITECTURE.md draws the same picture; when you change one, change the other.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect } from 'chai';

const BELOW_K8S = ['base', 'addr', 'manifest', 'netfilter', 'host'];
const BELOW_CLUSTER = [
  'base',
  'addr',
  'manifest',
  'wire',
  'netfilter',
  'trace',
  'host',
  'kernel',
  'k8s',
  'calico',
  'commands',
];

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  package: [],
  addr: ['base'],
  manifest: ['base'],
  wire: ['base', 'addr'],
  netfilter: ['base', 'addr', 'wire'],
  trace: ['base', 'addr', 'wire'],
  host: ['base', 'addr', 'netfilter'],
  kernel: ['base', 'addr', 'wire', 'netfilter', 'trace', 'host'],
  k8s: BELOW_K8S,
  calico: [...BELOW_K8S, 'k8s'],
  commands: ['base', 'addr', 'wire', 'netfilter', 'trace', 'host', 'kernel'],
  cluster: BELOW_CLUSTER,
  observe: [...BELOW_CLUSTER, 'cluster'],
  shell: [...BELOW_CLUSTER, 'cluster'],
  driver: [...BELOW_CLUSTER, 'cluster', 'shell', 'package'],
  record: ['base', 'addr', 'wire', 'netfilter', 'trace', 'host', 'kernel', 'observe', 'driver'],
  faults: [...BELOW_CLUSTER, 'cluster'],
  grade: ['base', 'manifest', 'faults'],
  compare: ['base', 'addr', 'wire', 'trace', 'host', 'driver'],
  report: ['base', 'package', 'addr', 'wire', 'trace', 'host', 'driver', 'compare', 'grade'],
  spec: ['base', 'addr', 'manifest', 'cluster', 'driver', 'steps'],
  lint: ['base', 'addr', 'manifest', 'driver', 'spec', 'steps'],
  lsp: ['base', 'addr', 'spec', 'lint', 'steps'],
  cli: [
    ...BELOW_CLUSTER,
    'package',
    'cluster',
    'faults',
    'grade',
    'observe',
    'record',
    'shell',
    'driver',
    'compare',
    'report',
    'spec',
    'lint',
    'lsp',
    'steps',
  ],
  docs: ['base', 'package', 'cluster', 'driver', 'report', 'grade', 'lint', 'cli', 'steps'],
};

/** Whom nobody below the line may need: they do not exist in a browser. */
const FREE_OF_NODE = Object.keys(MAY_IMPORT).filter(
  (room) => !['cli', 'docs', 'package', 'record', 'report'].includes(room),
);

const IMPORT = /\bfrom\s+'([^']*)'/g;

describe('the layers of src/', () => {
  it('are all listed', () => {
    const rooms = readdirSync(__dirname, { withFileTypes: true }).filter((it) => it.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !(name in MAY_IMPORT))).to.deep.equal([]);
  });

  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room} imports ${allowed.length === 0 ? 'nothing' : `only ${allowed.join(', ')}`}`, () => {
      const strays = filesOf(join(__dirname, room)).flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => join(dirname(file), target))
          .filter((target) => ![room, ...allowed].includes(roomOf(target)))
          .map((target) => `${relative(__dirname, file)} imports ${relative(__dirname, target)}`),
      );
      expect(strays).to.deep.equal([]);
    });
  }

  it('need nothing of Node below the command line', () => {
    const strays = FREE_OF_NODE.flatMap((room) => filesOf(join(__dirname, room)))
      .filter((file) => !isTest(file) && !isForNode(file))
      .filter((file) => importsOf(file).some((target) => target.startsWith('node:')))
      .map((file) => relative(__dirname, file));
    expect(strays).to.deep.equal([]);
  });
});

describe('the drivers of real machines', () => {
  /** They are loaded by who makes drivers or recordings, when somebody asks, and by who asks what they need. */
  const MAY_LOAD = [
    join('..', 'steps', 'support', 'drivers.ts'),
    join('cli', 'doctor', 'checks.ts'),
    join('cli', 'record', 'recording.ts'),
    join('cli', 'grade', 'code', 'run-code.ts'),
  ];

  it('are loaded by nobody else', () => {
    const strays = [...filesOf(__dirname), ...filesOf(join(__dirname, '..', 'steps'))]
      .filter((file) => !isTest(file) && !isForNode(file))
      .filter((file) => !MAY_LOAD.includes(relative(__dirname, file)) && roomOf(file) !== 'record')
      .filter((file) => targetsOf(file).some((target) => isForNode(join(dirname(file), target))))
      .map((file) => relative(__dirname, file));
    expect(strays).to.deep.equal([]);
  });
});

describe('the layers of steps/', () => {
  /** Values and their printers; of the driver only what says what it can do. */
  const VALUES = ['base', 'addr', 'wire', 'trace', 'host', 'package'];
  const DRIVER = [
    'driver/driver',
    'driver/stimulus',
    'report/gather/attachments',
    'report/gather/exchange',
    'report/model/media-types',
    'report/model/mismatch',
    'report/model/verdict',
  ];
  /** The one place that knows how a driver is made. */
  const MAKER = join('support', 'drivers.ts');

  it('speak to the driver and to no engine', () => {
    const root = join(__dirname, '..', 'steps');
    const strays = filesOf(root)
      .filter((file) => !isTest(file) && !file.endsWith(MAKER))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => relative(__dirname, join(dirname(file), target)))
          .filter((target) => !target.startsWith('..'))
          .filter((target) => !VALUES.includes(target.split(sep)[0] ?? ''))
          .filter((target) => !DRIVER.includes(target.split(sep).join('/')))
          .map((target) => `${relative(root, file)} imports ${target}`),
      );
    expect(strays).to.deep.equal([]);
  });
});

function roomOf(file: string): string {
  const [first = '', second = ''] = relative(__dirname, file).split(sep);
  return first === '..' ? second : first;
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

/** Tests, and what only tests import. */
function isTest(file: string): boolean {
  return /\.(test|fixture|contract)\.tsx?$/.test(file) || file.includes(`${sep}testing${sep}`);
}

/** Drivers of real machines need Node, and are outside of what a browser gets. */
const FOR_NODE = ['netns', 'kubectl', 'remote'].map((name) => join(__dirname, 'driver', name));

function isForNode(file: string): boolean {
  return FOR_NODE.some((folder) => file.startsWith(`${folder}${sep}`));
}

/** Also of imports that happen later. */
function targetsOf(file: string): string[] {
  const later = [...readFileSync(file, 'utf8').matchAll(/\bimport\('([^']*)'\)/g)];
  return [...importsOf(file), ...later.map(([, target = '']) => target)];
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, target = '']) => target);
}
