/** `COMMAND &`: a job begins, and its caller goes on when it waits for the first time. */
import { printed } from '../../commands/command';
import type { HostShell, Setting } from '../host-shell';
import type { Job } from '../jobs/job-table';
import { LAST_JOB } from '../language/rewrite';
import { JOBS_MAX } from '../limits';
import { newThread } from '../time/thread';
import type { ShellCommand } from './shell-command';

export const background: ShellCommand = async ([number = ''], { shell, context }) => {
  const { timeline } = shell.world;
  context.executionScope?.consumeLimited('background jobs', 1, JOBS_MAX, 'bash');
  const running = shell.jobs.all.filter(({ exit }) => exit === undefined);
  if (running.length >= JOBS_MAX) context.executionScope?.consumeLimited('jobs', 1, 0, 'bash');
  const thread = newThread(false, timeline.current?.functions ?? []);
  const job = shell.jobs.add(shell.describeJob(Number(number)), thread);
  const setting: Setting = {
    env: Object.fromEntries(context.env),
    functions: thread.functions,
    signal: job.abort.signal,
  };
  context.env.set(LAST_JOB, String(job.pid));
  await timeline.begin(thread, () => run(shell, Number(number), job, setting));
  return printed('');
};

async function run(shell: HostShell, number: number, job: Job, setting: Setting): Promise<void> {
  try {
    const { stdout, stderr, exitCode } = await shell.runJob(number, setting);
    job.stdout += stdout;
    job.stderr += stderr;
    job.exit = exitCode;
  } catch (error) {
    job.stderr += `bash: ${error instanceof Error ? error.message : String(error)}\n`;
    job.exit = 1;
  }
}
