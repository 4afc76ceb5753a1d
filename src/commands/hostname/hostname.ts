/** `hostname`: the name of the node or the pod (hostname(1)). */
import { commandOf, failed, printed } from '../command';

export const hostname = commandOf((words, netns) =>
  words.length === 0
    ? printed(`${nameOf(netns.name)}\n`)
    : failed('hostname: you must be root to change the host name', 1),
);

/** A pod's network namespace is called `namespace/pod`; inside, the pod is just `pod`. */
function nameOf(netns: string): string {
  return netns.slice(netns.lastIndexOf('/') + 1);
}
