/**
 * `ss`: its version only. What sockets the programs of a host have is not modelled, and an empty list
 * would say that there are none.
 */
import { type CommandInput, commandOf, notModelled, printed } from '../command';

const VERSIONS: Readonly<Record<CommandInput['distribution'], string>> = {
  'ubuntu-22.04': 'iproute2-5.15.0',
  'debian-12': 'iproute2-6.1.0',
};

export const ss = commandOf((words, _netns, { distribution }) => {
  if (words.includes('-V') || words.includes('--version')) {
    return printed(`ss utility, ${VERSIONS[distribution]}\n`);
  }
  throw notModelled(`ss${words.length === 0 ? '' : ` ${words.join(' ')}`}: the sockets of a host`);
});
