/**
 * One command of somebody's, run to its end in the place where he is.
 */
import type { BashExecResult } from 'just-bash';
import { InvariantError } from '../base/invariant';
import { terminatedText } from './commands/hand-over';
import { explainStop, type Told } from './explain-stop';
import { keepFunctions } from './language/functions';
import { stateLines } from './language/shell-state';
import type { ScriptNode } from './language/tree';
import { JOBS_MAX, VIRTUAL_TIME_MS } from './limits';
import type { Place } from './place';
import { type Move, newThread } from './time/thread';
import type { ShellWorld } from './world';

export interface LineOutcome extends Told {
  /** Whether it left the shell. */
  readonly hasLeft: boolean;
  readonly move: Move | undefined;
}

const TOO_MANY_JOBS: Told = {
  stdout: '',
  stderr: `calicumber: stopped: more than ${JOBS_MAX} jobs\n`,
  exit: 126,
  isStopped: true,
};

/** @param status of the line before */
export async function runLine(
  world: ShellWorld,
  place: Place,
  script: ScriptNode,
  status: number,
): Promise<LineOutcome> {
  keepFunctions(script, place.functions);
  const thread = newThread(true, [...place.functions.values()]);
  const { env, state } = place;
  let result: BashExecResult | undefined;
  const body = async () => {
    const { functions } = thread;
    result = await place.host.runLine(script, { env, functions, state, status });
  };
  world.beginLine(JOBS_MAX);
  await world.timeline.see(thread, body, VIRTUAL_TIME_MS * 1000);
  if (thread.bug !== undefined) throw thread.bug;
  if (result === undefined) throw new InvariantError('a line that was run has a result');
  const told = world.jobsLeft < 0 ? TOO_MANY_JOBS : explainStop(result);
  if (told.isStopped) await world.stopJobsOfLine();
  place.env = result.env;
  if (thread.state !== undefined) {
    const parsed = await place.host.parse(stateLines(thread.state));
    if (parsed.kind === 'script') place.state = parsed.script.statements;
  }
  const jobs = world.takeOutput();
  const hasLeft = thread.hasMetExit && !thread.hasReachedEnd && !told.isStopped;
  const farewell = hasLeft && place.isExec ? terminatedText(told.exit) : '';
  return {
    stdout: told.stdout + jobs.stdout,
    stderr: inWordsOf(place, told.stderr) + jobs.stderr + farewell,
    exit: told.exit,
    isStopped: told.isStopped,
    hasLeft,
    move: thread.move,
  };
}

/** The two shells put the same complaint in another order. */
function inWordsOf({ shell }: Place, stderr: string): string {
  if (shell !== 'zsh') return stderr;
  return stderr.replace(/^bash: (\S+): command not found$/gm, 'zsh: command not found: $1');
}
