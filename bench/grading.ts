/**
 * What it costs to grade specifications: a class through `calicumber grade`, against one `cucumber-js`
 * process for each run of a submission, of which there are as many as engines.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTANTS } from '../src/faults/mutants/index';
import { WHEATS } from '../src/faults/wheats/index';
import type { Claim } from './claim';

const ROOT = join(__dirname, '..');

/** With 30 scenarios, examples counted, together. */
const FEATURES = ['nat/outgoing', 'nat/switched-off', 'link/proxy-arp'];
const SCENARIOS = 30;
const MUTANT_COUNT = 30;
/** A submission runs on each mutant, on the right engine, on the dead one and on each wheat. */
const RUNS = MUTANT_COUNT + 2 + WHEATS.length;

/** All that a claim is made of; 300 take some minutes, and each costs the same. */
const STUDENTS = Number(process.env['CALICUMBER_BENCH_STUDENTS'] ?? 40);
const SAMPLE = 3;
const MEMORY_MB_MAX = 1024;

export async function gradingCost(): Promise<readonly Claim[]> {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-bench-'));
  try {
    writeClass(folder);
    const { ms, peakMb } = await gradeClass(folder);
    const perStudent = ms / STUDENTS;
    const alone = processMs(folder) * RUNS;
    const ratio = alone / perStudent;
    return [
      {
        what: `grading ${STUDENTS} submissions of ${SCENARIOS} scenarios on ${MUTANT_COUNT} mutants, against a cucumber-js process for each run`,
        wanted: 'at least 20 times as fast',
        measured: `${ratio.toFixed(0)} times (${Math.round(perStudent)} ms a submission against ${RUNS} processes of ${Math.round(alone / RUNS)} ms)`,
        holds: ratio >= 20,
      },
      {
        what: 'memory of grading that class',
        wanted: `under ${MEMORY_MB_MAX} MiB`,
        measured: `${Math.round(peakMb)} MiB at most`,
        holds: peakMb < MEMORY_MB_MAX,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeClass(folder: string): void {
  const mutants = MUTANTS.slice(0, MUTANT_COUNT).map(({ name }) => name);
  mkdirSync(join(folder, 'task'));
  writeFileSync(
    join(folder, 'task', 'assignment.yaml'),
    `title: bench\nlimits: { seconds: 120 }\ntasks:\n  - { id: say, kind: specify, title: Say, points: 10, scenariosMax: ${SCENARIOS}, mutants: [${mutants}] }\n`,
  );
  for (let number = 0; number < STUDENTS; number++) {
    const own = join(folder, 'handed-in', `student-${number}`);
    cpSync(join(ROOT, 'features', 'manifests'), join(own, 'manifests'), { recursive: true });
    for (const name of FEATURES) {
      const text = readFileSync(join(ROOT, 'features', `${name}.feature`), 'utf8');
      writeFileSync(join(own, `${name.replace('/', '-')}.feature`), `${text}\n# ${number}\n`);
    }
  }
}

async function gradeClass(
  folder: string,
): Promise<{ readonly ms: number; readonly peakMb: number }> {
  const command = join(ROOT, 'src', 'cli', 'calicumber.js');
  const words = ['grade', join(folder, 'task'), join(folder, 'handed-in'), '--jobs', '2'];
  const start = performance.now();
  const child = spawn(process.execPath, [command, ...words, '--out', join(folder, 'out')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid) ?? 0);
  }, 200);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`calicumber grade ended with ${status}`);
  return { ms: performance.now() - start, peakMb };
}

/** The most that a process had in memory so far, in MiB (proc_pid_status(5), VmHWM). */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}

/** One run of a submission by Cucumber's own command, on the right engine; the median of a few. */
function processMs(folder: string): number {
  const times = Array.from({ length: SAMPLE }, (_, number) => {
    const start = performance.now();
    execFileSync(process.execPath, cucumberWords(join(folder, 'handed-in', `student-${number}`)), {
      cwd: ROOT,
      stdio: 'ignore',
    });
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(SAMPLE / 2)] ?? 0;
}

function cucumberWords(features: string): readonly string[] {
  const world = { driver: 'sim', seed: 1, wire: false, evidence: 'none', patience: 0 };
  return [
    join(ROOT, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js'),
    ...['--require-module', join(ROOT, 'src', 'cli', 'register.js')],
    ...['--require', join(ROOT, 'steps', 'cucumber.ts')],
    ...['--world-parameters', JSON.stringify(world), '--format', 'summary'],
    join(features, '*.feature'),
  ];
}
