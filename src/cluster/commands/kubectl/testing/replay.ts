/**
 * kubectl without a shell, for tests: lines of a transcript on the lab kans, with pipes between them,
 * files from features/manifests, and `sleep`, by which virtual time goes on.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandResult, NO_INPUT } from '../../../../commands/command';
import { splitCommandLine } from '../../../../commands/split-command-line';
import { renderAnswer } from '../../../../commands/testing/transcript';
import type { Cluster } from '../../../cluster';
import type { HandOver } from '../../cluster-command';
import { kubectl } from '../kubectl';

const MANIFESTS = join(__dirname, '../../../../../features/manifests');
const OWN = join(__dirname, '../transcripts');
const SECOND_US = 1_000_000;

/** What is typed on k8s-m. @param line without `kubectl` */
function runKubectl(cluster: Cluster, line: string, stdin = ''): CommandResult | HandOver {
  const words = splitCommandLine(line);
  const files = new Map(
    (kubectl.reads?.(words) ?? []).flatMap((name) => {
      const path = [OWN, MANIFESTS].map((folder) => join(folder, name)).find(existsSync);
      return path === undefined ? [] : [[name, readFileSync(path)] as const];
    }),
  );
  return kubectl.run(words, cluster, 'k8s-m', { ...NO_INPUT, stdin, files });
}

/** The same, of which only the text is wanted. */
export function textOf(cluster: Cluster, line: string, stdin = ''): CommandResult {
  const result = runKubectl(cluster, line, stdin);
  if ('stdout' in result) return result;
  return { stdout: `${JSON.stringify(result)}\n`, stderr: '', exit: 0 };
}

/** One line of a transcript: `kubectl … | kubectl …`, or `sleep 33`. */
export function replay(cluster: Cluster, line: string): string {
  const [, seconds] = /^sleep (\d+)$/.exec(line) ?? [];
  if (seconds !== undefined) {
    const { scheduler } = cluster.network;
    scheduler.runUntil(scheduler.nowUs + Number(seconds) * SECOND_US);
    return '';
  }
  let result: CommandResult = { stdout: '', stderr: '', exit: 0 };
  for (const part of line.split(' | ')) {
    const words = part.replace(/^(kubectl|k) /, '');
    const { stdout, stderr, exit } = textOf(cluster, words, result.stdout);
    result = { stdout, stderr: result.stderr + stderr, exit };
  }
  return renderAnswer(result);
}
