/**
 * Everything below the command line can run in a browser: esbuild, told of no Node, bundles it all.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { build, type Plugin } from 'esbuild';

/** They write files, talk to terminals and make namespaces. */
const FOR_NODE = ['cli', 'docs', 'package', 'record', 'report'];

/** Drivers of real machines; `src/layers.test.ts` holds that nobody else needs them. */
const REAL_MACHINES = /^(netns|kubectl|remote)\//;

/** Files that a playground needs of the rooms that are for Node otherwise. */
const SHARED = ['report/gather/attachments.ts', '../steps/index.ts'];

function filesBelowTheCommandLine(): string[] {
  const rooms = readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !FOR_NODE.includes(entry.name))
    .map(({ name }) => name);
  return rooms.flatMap((room) =>
    readdirSync(join(__dirname, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => !/\.(test|fixture|contract)\.ts$|(^|\/)(testing|contract)\//.test(name))
      .filter((name) => room !== 'driver' || !REAL_MACHINES.test(name))
      .map((name) => join(__dirname, room, name)),
  );
}

/** The shell's library takes gzip from Node in its build for browsers, too; no command here needs it. */
const WITHOUT_ZLIB: Plugin = {
  name: 'without zlib',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:zlib$/ }, ({ path }) => ({ path, namespace: 'stub' }));
    const contents = 'export const constants = {}, gunzipSync = undefined, gzipSync = undefined;';
    bundler.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents }));
  },
};

describe('a browser', () => {
  it('can run everything below the command line', async () => {
    const files = [...filesBelowTheCommandLine(), ...SHARED.map((name) => join(__dirname, name))];
    const { errors } = await build({
      stdin: {
        contents: files.map((file) => `import ${JSON.stringify(file)};`).join('\n'),
        resolveDir: __dirname,
      },
      bundle: true,
      plugins: [WITHOUT_ZLIB],
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    expect(errors).to.deep.equal([]);
  }).timeout(20_000);
});
