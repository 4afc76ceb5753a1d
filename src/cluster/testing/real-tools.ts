/**
 * The machine's own ipset and iptables, in a network namespace that lives as long as one question.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Distribution } from '../../commands/command';

/**
 * Skips the running tests where no namespace can be made or a tool is missing, and says so; with
 * `CALICUMBER_COMPULSORY=1` they go on, and fail.
 */
export function needsRoot(test: Mocha.Context): void {
  const { CALICUMBER_COMPULSORY } = process.env;
  const probe = 'ipset version && iptables-save -V && iptables -S';
  const { status } = spawnSync('unshare', ['--net', 'sh', '-c', probe]);
  if (status === 0 || CALICUMBER_COMPULSORY === '1') return;
  process.stdout.write(
    '      (skipped: only root with iptables and ipset can ask the real ones)\n',
  );
  test.skip();
}

/** Whose words the machine's iptables uses: those of 1.8.9 and later, or of before. */
export function distributionOfRealTools(): Distribution {
  const { stdout } = spawnSync('iptables', ['-V'], { encoding: 'utf8' });
  const [, minor = '0', patch = '0'] = /v1\.(\d+)\.(\d+)/.exec(stdout) ?? [];
  const isOld = Number(minor) < 8 || (Number(minor) === 8 && Number(patch) < 9);
  return isOld ? 'ubuntu-22.04' : 'debian-12';
}

interface Case {
  /** As `ipset save` prints them. */
  readonly sets: string;
  /** As `iptables-save` prints them. */
  readonly rules: string;
  /** Command lines. */
  readonly questions: readonly string[];
}

const SEPARATOR = '--- next ---\n';

/** Loads sets and rules into a fresh namespace. @returns what each command line printed there */
export function askRealTools({ sets, rules, questions }: Case): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  try {
    writeFileSync(join(folder, 'sets'), sets);
    writeFileSync(join(folder, 'rules'), rules);
    const script = [
      'set -e',
      'ipset restore < sets',
      'iptables-restore < rules',
      ...questions.map((question) => `${question}; printf -- '${SEPARATOR.trim()}\\n'`),
    ].join('\n');
    const { stdout, stderr, status } = spawnSync('unshare', ['--net', 'sh', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`the real tools say: ${stderr}`);
    return stdout.split(SEPARATOR).slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
