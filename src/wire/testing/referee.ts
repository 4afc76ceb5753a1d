/**
 * Programs that judge our bytes: tcpdump and tshark, which know nothing of ours.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Skips the running test where the program is not installed, and says so; with
 * `CALICUMBER_COMPULSORY=1` the test goes on, and fails.
 */
export function needsProgram(test: Mocha.Context, program: string): void {
  const { CALICUMBER_COMPULSORY } = process.env;
  const isInstalled = spawnSync(program, ['--version']).error === undefined;
  if (isInstalled || CALICUMBER_COMPULSORY === '1') return;
  process.stdout.write(`      (skipped: ${program} is not installed)\n`);
  test.skip();
}

/** What the program prints of such a file; `{}` in its arguments stands for the file's name. */
export function judge(program: string, args: readonly string[], file: Uint8Array): string {
  const { stdout, stderr, exit } = ask(program, args, file);
  if (exit !== 0) throw new Error(`${program} says: ${stderr}`);
  return stdout;
}

interface ProgramAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

/** The same with complaints and exit status; the file's name is `{}` in what it says, too. */
export function ask(program: string, args: readonly string[], file: Uint8Array): ProgramAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  try {
    const path = join(folder, 'frames.pcap');
    writeFileSync(path, file);
    const words = args.map((word) => (word === '{}' ? path : word));
    const { stdout, error, status, stderr } = spawnSync(program, words, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    return { stdout, stderr: stderr.replaceAll(path, '{}'), exit: status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
