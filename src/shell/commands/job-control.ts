/**
 * `jobs`, `wait`, `kill`, `fg`, `disown`: what a shell's user can do with jobs (bash(1), JOB CONTROL).
 */
import { type CommandResult, failed, linesOf, printed, type Signal } from '../../commands/command';
import type { Job } from '../jobs/job-table';
import { pause } from '../time/pause';
import type { Call, ShellCommand } from './shell-command';

/** How long somebody waits for jobs before he presses Ctrl-C, in virtual time. */
const WAIT_MS = 600_000;
const EXIT_INTERRUPTED = 130;
const EXIT_NO_SUCH_JOB = 127;

export const jobs: ShellCommand = (words, { shell }) => {
  const wanted = words.includes('-p');
  const list = shell.jobs.all;
  return printed(linesOf(list.map((job) => (wanted ? String(job.pid) : describe(job, list)))));
};

function describe(job: Job, list: readonly Job[]): string {
  const mark = job === list.at(-1) ? '+' : job === list.at(-2) ? '-' : ' ';
  const state = job.exit === undefined ? 'Running' : job.exit === 0 ? 'Done' : `Exit ${job.exit}`;
  const text = job.exit === undefined ? `${job.text} &` : job.text;
  return `[${job.number}]${mark}  ${state.padEnd(24)}${text}`;
}

/** What the jobs printed meanwhile comes before what the line prints next. */
export const wait: ShellCommand = async (words, call) => {
  const exit = words[0] === '-n' ? await waitForAny(call) : await waitForAll(words, call);
  if (typeof exit !== 'number') return exit;
  return { ...call.shell.jobs.takeOutput(), exit };
};

async function waitForAny(call: Call): Promise<number> {
  const { jobs: table } = call.shell;
  if (!(await waitFor(() => table.all.some(hasEnded), call))) return EXIT_INTERRUPTED;
  return table.all.find(hasEnded)?.exit ?? EXIT_NO_SUCH_JOB;
}

async function waitForAll(words: readonly string[], call: Call): Promise<number | CommandResult> {
  const { jobs: table } = call.shell;
  if (words.length === 0) {
    return (await waitFor(() => table.all.every(hasEnded), call)) ? 0 : EXIT_INTERRUPTED;
  }
  let exit = 0;
  for (const word of words) {
    const job = table.find(word);
    const status = job === undefined ? table.statusOf(word) : undefined;
    if (job === undefined && status === undefined) return noSuchJob(word);
    if (job !== undefined && !(await waitFor(() => hasEnded(job), call))) return EXIT_INTERRUPTED;
    exit = job?.exit ?? status ?? 0;
  }
  return exit;
}

export const fg: ShellCommand = async ([word = '%+'], call) => {
  const { shell } = call;
  const job = shell.jobs.find(word.startsWith('%') ? word : `%${word}`);
  if (job === undefined) {
    return failed(`bash: fg: ${word === '%+' ? 'current' : word}: no such job`, 1);
  }
  const [process] = job.thread.processes;
  const patienceUs = (process?.patienceMs ?? WAIT_MS) * 1000;
  await pause(call, () => hasEnded(job), shell.world.timeline.nowUs + patienceUs);
  if (!hasEnded(job)) {
    stop(job, 'SIGINT');
    await waitFor(() => hasEnded(job), call);
  }
  const { stdout, stderr } = shell.jobs.takeOutput();
  return { stdout: `${job.text}\n${stdout}`, stderr, exit: job.exit ?? EXIT_INTERRUPTED };
};

export const disown: ShellCommand = () => printed('');

const SIGNALS: Readonly<Record<string, Signal | undefined>> = {
  2: 'SIGINT',
  9: 'SIGKILL',
  15: 'SIGTERM',
  INT: 'SIGINT',
  KILL: 'SIGKILL',
  TERM: 'SIGTERM',
};

/** `-INT`, `-2`, `SIGINT`. */
export function signalCalled(word: string): Signal | undefined {
  return SIGNALS[word.replace(/^-/, '').toUpperCase().replace(/^SIG/, '')];
}

export const kill: ShellCommand = (words, { shell }) => {
  let signal: Signal = 'SIGTERM';
  const targets = [...words];
  const [first = ''] = targets;
  if (first.startsWith('-') && first !== '--') {
    const name = first === '-s' || first === '-n' ? (targets[1] ?? '') : first;
    const found = signalCalled(name);
    if (found === undefined) {
      return failed(`bash: kill: ${name.replace(/^-/, '')}: invalid signal specification`, 1);
    }
    signal = found;
    targets.splice(0, name === first ? 1 : 2);
  }
  if (targets[0] === '--') targets.shift();
  if (targets.length === 0) return failed(KILL_USAGE, 2);
  const complaints = targets.flatMap((word) => {
    const job = shell.jobs.find(word);
    if (job === undefined || hasEnded(job)) return [complaintOf(word)];
    stop(job, signal);
    return [];
  });
  return { stdout: '', stderr: linesOf(complaints), exit: complaints.length === 0 ? 0 : 1 };
};

const KILL_USAGE =
  'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]';

function complaintOf(word: string): string {
  if (word.startsWith('%')) return `bash: kill: ${word}: no such job`;
  return /^\d+$/.test(word)
    ? `bash: kill: (${word}) - No such process`
    : `bash: kill: ${word}: arguments must be process or job IDs`;
}

/** A job that is more than one command does not go on with the next one. */
function stop(job: Job, signal: Signal): void {
  for (const running of job.thread.processes) running.signal(signal);
  if (job.isScript) job.abort.abort();
}

function hasEnded({ exit }: Job): boolean {
  return exit !== undefined;
}

/** @returns whether it came to hold before he lost patience */
async function waitFor(isDone: () => boolean, call: Call): Promise<boolean> {
  await pause(call, isDone, call.shell.world.timeline.nowUs + WAIT_MS * 1000);
  return isDone();
}

function noSuchJob(word: string): CommandResult {
  const what = word.startsWith('%')
    ? `${word}: no such job`
    : `pid ${word} is not a child of this shell`;
  return failed(`bash: wait: ${what}`, EXIT_NO_SUCH_JOB);
}
