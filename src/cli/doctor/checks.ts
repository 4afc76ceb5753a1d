/** What `calicumber doctor` looks at. A new check is one entry here. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingForNetns } from '../../driver/netns/requirements';
import { isCheckout, packageOf } from '../../package/package-root';
import { missingForCompiling } from '../grade/code/compile-code';
import { missingForSandbox } from '../grade/code/sandbox';

export interface Finding {
  readonly state: 'ok' | 'missing' | 'too old';
  /** A version, or what the missing thing is needed for and how it is had. */
  readonly text: string;
}

interface Check {
  readonly name: string;
  readonly look: () => Finding;
}

/** The oldest Node that requires ES modules without a warning. */
const NODE_MIN = [20, 19] as const;

export const CHECKS: readonly Check[] = [
  { name: 'node', look: () => nodeFinding(process.versions.node) },
  { name: '@cucumber/cucumber', look: () => packageFinding('@cucumber/cucumber') },
  // A package was compiled before.
  ...(isCheckout() ? ['typescript', 'ts-node', '@swc/core'] : []).map((name) => ({
    name,
    look: () => packageFinding(name),
  })),
  {
    name: 'tshark',
    look: () => toolFinding('tshark', ['--version'], 'the tests let it judge our captures'),
  },
  {
    name: 'tcpdump',
    look: () =>
      toolFinding('tcpdump', ['--version'], 'the tests compare our packet lines with its'),
  },
  { name: 'network namespaces', look: namespaces },
  { name: 'sandbox', look: sandbox },
  ...['kubectl', 'calicoctl'].map((name) => ({
    name,
    look: () => toolFinding(name, ['version', '--client'], 'run --driver kubectl wants it'),
  })),
  {
    name: 'chromium',
    look: () => toolFinding('chromium', ['--version'], 'the tests look at the report with it'),
  },
];

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  if (isNewEnough) return { state: 'ok', text: version };
  return { state: 'too old', text: `${version}; needed is ${NODE_MIN.join('.')} or newer` };
}

/** Read, not required: loading them all would take longer than everything else here. */
function packageFinding(name: string): Finding {
  const folder = packageOf(name);
  if (folder === undefined) {
    const how = isCheckout() ? 'npm ci' : `npm install ${name}`;
    return { state: 'missing', text: `nothing runs without it: ${how}` };
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { state: 'ok', text: version };
}

function toolFinding(tool: string, words: readonly string[], neededFor: string): Finding {
  const { error, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8' });
  if (error !== undefined) return { state: 'missing', text: `optional: ${neededFor}` };
  const [, version = 'found'] = /(\d+(?:\.\d+)+)/.exec(`${stdout}${stderr}`) ?? [];
  return { state: 'ok', text: version };
}

/** Whether features can run on namespaces of this machine; one is made, and is gone again at once. */
function namespaces(): Finding {
  const missing = missingForNetns();
  const { status, stderr } = spawnSync('unshare', ['--net', 'true'], { encoding: 'utf8' });
  if (missing.length === 0 && status === 0) return { state: 'ok', text: 'can be made' };
  const why = missing.length > 0 ? missing.join('; ') : stderr.trim();
  return { state: 'missing', text: `optional: run --driver netns wants ${why}` };
}

function sandbox(): Finding {
  const missing = missingForSandbox() ?? missingForCompiling();
  if (missing === undefined) return { state: 'ok', text: 'can be made' };
  return { state: 'missing', text: `optional: grade --allow-code wants ${missing}` };
}
