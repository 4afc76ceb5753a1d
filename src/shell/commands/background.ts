/** `COMMAND &`: a job begins, and its caller goes on when it waits for the first time. */
import { printed } from '../../commands/command';
import { explainStop, withoutAbort } from '../explain-stop';
import type { HostShell, Setting } from '../host-shell';
import type { Job } from '../jobs/job-table';
import { LAST_JOB } from '../language/rewrite';
import { JOBS_MAX } from '../limits';
import { newThread } from '../time/thread';
import type { ShellCommand } from './shell-command';

export const background: ShellCommand = async ([number = ''], { shell, context }) => {
  const { timeline } = shell.world;
  shell.world.jobsLeft -= 1;
  if (shell.world.jobsLeft < 0) {
    context.executionScope?.consumeLimited(`more than ${JOBS_MAX} jobs`, 1, 0, 'bash');
  }
  const thread = newThread(false, timeline.current?.functions ?? []);
  const job = shell.jobs.add(shell.describeJob(Number(number), context.cwd), thread);
  shell.world.addJob(job);
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
    const result = await shell.runJob(number, setting);
    const told = explainStop({ ...result, stderr: withoutAbort(result.stderr) });
    job.stdout += told.stdout;
    job.stderr += told.stderr;
    job.exit = told.exit;
  } catch (error) {
    job.stderr += `bash: ${error instanceof Error ? error.message : String(error)}\n`;
    job.exit = 1;
  }
}
