/**
 * What the simulated tcpdump prints of a capture file, which is called `{}`.
 */
import { invariant } from '../../../base/invariant';
import { type CommandResult, NO_INPUT } from '../../command';
import { twoHosts } from '../../testing/two-hosts';
import { tcpdump } from '../tcpdump';

export function ourAnswer(words: readonly string[], file: Uint8Array): CommandResult {
  const answer = tcpdump.start(words, twoHosts(), {
    ...NO_INPUT,
    distribution: 'debian-12',
    files: new Map([['{}', file]]),
  });
  invariant(!('take' in answer), 'a file is read at once');
  return answer;
}
