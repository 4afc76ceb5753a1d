/** `kubectl describe` (k8s.io/kubectl, pkg/cmd/describe): all that there is to say of an object. */
import { wallClock } from '../../../../base/wall-clock';
import { printed } from '../../../../commands/command';
import type { ApiObject } from '../api-object';
import { KubectlError, ownError } from '../complaint';
import { describeGeneric } from '../describe/describe-generic';
import { describeNode } from '../describe/describe-node';
import { describePod } from '../describe/describe-pod';
import { alignTabs } from '../describe/tab-text';
import { SELECTION_FLAGS, type Selected, selectObjects } from '../select-objects';
import type { Call, Verb } from '../verb';

type Describer = (call: Call, object: ApiObject, nowMs: number) => readonly string[];

const DESCRIBERS: Readonly<Record<string, Describer>> = { Pod: describePod, Node: describeNode };

export const describeVerb: Verb = {
  name: 'describe',
  short: 'Show details of a specific resource or group of resources',
  usage: 'kubectl describe (TYPE [NAME_PREFIX | -l label] | TYPE/NAME) [options]',
  flags: [
    ...SELECTION_FLAGS.filter(({ name }) => name !== 'field-selector'),
    { name: 'show-events', takes: 'switch' },
    { name: 'chunk-size', takes: 'number' },
    { name: 'filename', letter: 'f', takes: 'text', isUnmodelled: true },
    { name: 'recursive', letter: 'R', takes: 'switch', isUnmodelled: true },
  ],

  run(call) {
    const { operands } = call.words;
    if (operands.length === 0) {
      throw ownError(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    }
    const { found, missing } = selectObjects(call);
    if (found.length === 0 && missing.length === 0) {
      return { stdout: '', stderr: nothingFound(call), exit: 0 };
    }
    const namesakes = found.length === 0 ? withPrefix(call) : [];
    if (namesakes.length > 0) {
      return printed(namesakes.map((one) => `${description(call, one)}\n`).join(''));
    }
    return {
      stdout: found.map((one) => description(call, one)).join('\n\n'),
      stderr: missing.map(({ message }) => `${message}\n`).join(''),
      exit: missing.length === 0 ? 0 : 1,
    };
  },
};

function nothingFound({ words, namespace }: Call): string {
  return words.isOn('all-namespaces')
    ? 'No resources found\n'
    : `No resources found in ${namespace} namespace.\n`;
}

/** A name that nothing has may be what several names begin with. */
function withPrefix(call: Call): readonly Selected[] {
  const [type = '', prefix, ...more] = call.words.operands;
  if (prefix === undefined || more.length > 0) return [];
  try {
    const { found } = selectObjects({ ...call, words: { ...call.words, operands: [type] } });
    return found.filter(({ object }) => object.metadata.name.startsWith(prefix));
  } catch (error) {
    if (error instanceof KubectlError) return [];
    throw error;
  }
}

function description(call: Call, { object }: Selected): string {
  const nowMs = wallClock(call.cluster.network.nowUs).getTime();
  const describe = DESCRIBERS[object.kind] ?? describeGeneric;
  const lines = describe(call, object, nowMs);
  const hasEvents = !call.words.has('show-events') || call.words.isOn('show-events');
  const end = lines.findIndex((line) => line.startsWith('Events:'));
  return alignTabs(`${(hasEvents ? lines : lines.slice(0, end)).join('\n')}\n`);
}
