/**
 * Makes this process compile this program's TypeScript as it is required. For a checkout; a package holds
 * what tsc made of it.
 *
 * What was compiled is kept beside the installed packages, by the time and size of its source: most of a
 * short command's time would be compiling. Who asks for --debug gets stack traces with the lines of the
 * sources, which what is kept does not know.
 */
const { join, relative, sep } = require('node:path');
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');

const root = join(__dirname, '..', '..');
const OPTIONS = { cwd: root, project: join(root, 'tsconfig.json'), swc: true };
const KEPT = join(root, 'node_modules', '.cache', 'calicumber');

if (process.argv.includes('--debug')) require('ts-node').register(OPTIONS);
else for (const extension of ['.ts', '.tsx']) require.extensions[extension] = load;

function load(module, file) {
  module._compile(kept(file) ?? compile(file), file);
}

/** The first line says of which source it was made. */
function headOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `// ${mtimeMs} ${size} ${versions()}\n`;
}

let tools;

/** With another compiler everything is made anew. */
function versions() {
  tools ??= ['ts-node', '@swc/core', 'calicumber'].map(versionOf).join(' ');
  return tools;
}

function versionOf(name) {
  const folder = name === 'calicumber' ? root : join(root, 'node_modules', name);
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function placeOf(file) {
  const name = relative(root, file).split(sep).join('/');
  return join(KEPT, `${createHash('sha1').update(name).digest('hex')}.js`);
}

/** `undefined` where the source has changed since, or nothing was kept. */
function kept(file) {
  try {
    const text = readFileSync(placeOf(file), 'utf8');
    return text.startsWith(headOf(file)) ? text : undefined;
  } catch {
    return undefined;
  }
}

let compiler;

function compile(file) {
  compiler ??= require('ts-node').create(OPTIONS);
  const code = compiler.compile(readFileSync(file, 'utf8'), file);
  keep(file, code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
  return code;
}

/** Sees to it that a file is kept, for a process that has no compiler. */
function prepare(file) {
  if (kept(file) === undefined) compile(file);
}

module.exports = { prepare };

/** Whole or not at all, for several processes may do so at once; nobody depends on it. */
function keep(file, code) {
  try {
    const place = placeOf(file);
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, headOf(file) + code);
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // The folder of packages belongs to somebody else.
  }
}
