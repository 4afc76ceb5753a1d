/**
 * A command waits in virtual time. Where the line's time is up it does not come back: the library's
 * own limits stop the line.
 */
import type { Call } from '../commands/shell-command';
import { TimeIsUp } from './timeline';

/** @param untilUs may be infinite for a job in the background */
export async function pause(
  { shell, context }: Call,
  isDone: () => boolean,
  untilUs: number,
): Promise<void> {
  const { timeline } = shell.world;
  const { current } = timeline;
  const { executionScope } = context;
  if (current !== undefined) current.checkLimits = () => executionScope?.throwIfAborted();
  try {
    await timeline.wait(isDone, untilUs);
  } catch (error) {
    if (error instanceof TimeIsUp)
      executionScope?.consumeLimited('more than a day of virtual time', 1, 0, 'bash');
    throw error;
  }
}
