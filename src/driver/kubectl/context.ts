/**
 * Which cluster it is: the one whose context somebody named, and only where that is the current one, so
 * that nobody runs features on a cluster that he did not think of.
 */
import { NotObservedError } from '../driver';
import { runProgram } from './programs/run-program';

const CONTEXT_VARIABLE = 'CALICUMBER_KUBECTL_CONTEXT';

/** @throws NotObservedError where none is named, or another one is current */
export async function contextAgreedTo(environment: NodeJS.ProcessEnv): Promise<string> {
  const named = environment[CONTEXT_VARIABLE] ?? '';
  const words = ['kubectl', 'config', 'current-context'];
  const { stdout, exit } = await runProgram(words, { environment });
  const current = exit === 0 ? stdout.toString('utf8').trim() : '';
  if (named === '') {
    const one =
      current === '' ? 'the context' : `for the current one, ${CONTEXT_VARIABLE}=${current}`;
    throw new NotObservedError(
      `the driver kubectl changes a live cluster, so ${CONTEXT_VARIABLE} must name its context: ${one}`,
    );
  }
  if (current === named) return named;
  throw new NotObservedError(
    `${CONTEXT_VARIABLE} names ${named}, but the current context of kubectl is ${current || 'none'}`,
  );
}
