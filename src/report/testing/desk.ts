/**
 * A folder for a while in which the command is called as a user calls it, with features of ours and of
 * the test in it: the pages that Chromium looks at are made there.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../package/package-root';

const ROOT = packageRoot();
const BIN = join(ROOT, 'src', 'cli', 'calicumber.js');

/** Of the three stories: two pods on one node, on two nodes, and a pod that talks to the outside. */
export const STORIES = [
  'features/link/arp.feature',
  'features/routing/same-node.feature',
  'features/encapsulation/ipip.feature',
  'features/nat/outgoing.feature',
];

/** Two networks that do not do what is demanded: on the way there, and on the way back. */
export const BROKEN_FEATURE = `Feature: A network that was broken
  Background:
    Given the manifests "one-pod"

  Scenario: Nobody has that address
    When pod1 pings 172.16.158.77
    Then the ping succeeds

  Scenario: natOutgoing was switched off
    Given natOutgoing of pool default-ipv4-ippool is set to false
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`;

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'calicumber-desk-'));

  /** The path of a file in the folder. */
  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Copies features of the project to the same place in the folder. */
  copy(features: readonly string[]): void {
    for (const name of features) cpSync(join(ROOT, name), this.path(name));
  }

  /** @throws Error where the command took itself for wrong or broken */
  calicumber(...words: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (status === null || status > 2 || stderr !== '')
      throw new Error(`calicumber ${words.join(' ')}: ${stderr}`);
    return stdout;
  }

  /** Grades the class of forty that `npm run demo:grade` makes. */
  gradeDemo(...folder: readonly string[]): void {
    const demo = join(ROOT, 'src', 'cli', 'grade', 'demo', 'demo.ts');
    const words = ['-r', join(ROOT, 'src', 'cli', 'register.js'), demo, this.path(...folder)];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the class could not be graded: ${stderr}`);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}
