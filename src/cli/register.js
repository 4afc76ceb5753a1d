/**
 * Makes this process compile this project's TypeScript as it is required, wherever it was started.
 * Cucumber requires it once more in each of its worker processes.
 */
const { join } = require('node:path');
const { enableCompileCache } = require('node:module');

// Newer than Node 20; saves a third of a second of each start.
enableCompileCache?.();

const root = join(__dirname, '..', '..');
require('ts-node').register({ cwd: root, project: join(root, 'tsconfig.json'), swc: true });
