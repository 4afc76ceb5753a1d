/** `kubectl cordon` and `uncordon` (k8s.io/kubectl, pkg/cmd/drain): a mark on the node, and no more. */
import type { CommandResult } from '../../../../commands/command';
import { nodeKind } from '../../../../k8s/resources/node';
import { mapAt, textAt } from '../api-object';
import { helpError } from '../complaint';
import { draftValue, storedValue } from '../draft-object';
import type { Flag } from '../flags';
import { selectObjects } from '../select-objects';
import { storeObjects } from '../store-objects';
import { nodeType } from '../types/node-type';
import type { Call, Verb } from '../verb';

const FLAGS: readonly Flag[] = [
  { name: 'selector', letter: 'l', takes: 'text' },
  { name: 'dry-run', takes: 'text', alone: 'unchanged', isUnmodelled: true },
];

export const cordonVerb: Verb = {
  name: 'cordon',
  short: 'Mark node as unschedulable',
  usage: 'kubectl cordon NODE [options]',
  flags: FLAGS,
  run: (call) => mark(call, 'cordon'),
};

export const uncordonVerb: Verb = {
  name: 'uncordon',
  short: 'Mark node as schedulable',
  usage: 'kubectl uncordon NODE [options]',
  flags: FLAGS,
  run: (call) => mark(call, 'uncordon'),
};

function mark(call: Call, verb: 'cordon' | 'uncordon'): CommandResult {
  const { words, cluster } = call;
  if (words.operands.length === 0 && !words.has('selector')) {
    throw helpError(`USAGE: ${verb} NODE [flags]`, verb);
  }
  const operands = ['nodes', ...words.operands.map((word) => word.replace(/^nodes?\//, ''))];
  const { found, missing } = selectObjects({ ...call, words: { ...words, operands } });
  const isBarred = verb === 'cordon';
  const results = found.map(({ object }) => {
    const { name } = object.metadata;
    const wasBarred = textAt(object, 'spec', 'unschedulable') === 'true';
    const word = wasBarred === isBarred ? `already ${verb}ed` : `${verb}ed`;
    return storeObjects(
      cluster,
      `kubectl ${verb} ${name}`,
      [
        {
          type: nodeType,
          name,
          namespace: undefined,
          occasion: '',
          draft: (control) => {
            const value = storedValue(control, nodeKind, name, undefined);
            const { unschedulable: _, ...spec } = mapAt(value, 'spec');
            const marked = isBarred ? { ...spec, unschedulable: true } : spec;
            return draftValue(nodeKind, { ...value, spec: marked }, name);
          },
        },
      ],
      () => word,
    );
  });
  return {
    stdout: results.map(({ stdout }) => stdout).join(''),
    stderr: [
      ...results.map(({ stderr }) => stderr),
      ...missing.map(({ message }) => `${message}\n`),
    ].join(''),
    exit: Math.max(missing.length > 0 ? 1 : 0, ...results.map(({ exit }) => exit)),
  };
}
