/** `kubectl exec` (k8s.io/kubectl, pkg/cmd/exec): runs a command in a pod, or moves into it. */
import { notModelled } from '../../../../commands/command';
import { podKind } from '../../../../k8s/resources/pod';
import { helpError, KubectlError, notFound, ownError } from '../complaint';
import { resourceTypeNamed } from '../resource-types';
import type { Call, Verb } from '../verb';

export const execVerb: Verb = {
  name: 'exec',
  short: 'Execute a command in a container',
  usage: 'kubectl exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...] [options]',
  flags: [
    { name: 'stdin', letter: 'i', takes: 'switch' },
    { name: 'tty', letter: 't', takes: 'switch' },
    { name: 'container', letter: 'c', takes: 'text' },
    { name: 'quiet', letter: 'q', takes: 'switch' },
    { name: 'pod-running-timeout', takes: 'text' },
    { name: 'filename', letter: 'f', takes: 'text', isUnmodelled: true },
  ],

  run(call) {
    const { operands, dashAt } = call.words;
    const [target = ''] = operands;
    if (operands.length === 0 || dashAt === 0) {
      throw ownError('pod, type/name or --filename must be specified');
    }
    if (operands.length === 1) {
      throw ownError('you must specify at least one command for the container');
    }
    if (dashAt !== 1) throw helpError(OLD_FORM, 'exec');
    return {
      host: `${call.namespace}/${podNamed(call, target)}`,
      words: operands.slice(1),
      takesStdin: call.words.isOn('stdin'),
      hasTerminal: call.words.isOn('tty'),
    };
  },
};

const OLD_FORM =
  'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead';

/** @throws KubectlError where there is no such pod, or no such container in it */
function podNamed({ cluster, namespace, words }: Call, target: string): string {
  const [type, name = ''] = target.includes('/') ? target.split('/') : ['pod', target];
  const { kind } = resourceTypeNamed(type ?? '');
  if (kind !== podKind.kind) throw notModelled(`kubectl exec into a ${kind}`);
  const pod = cluster.control.store.get(podKind, name, namespace);
  if (pod === undefined) throw notFound('pods', name);
  const container = words.text('container');
  const isKnown = pod.spec.containers.some((one) => one.name === container);
  if (container !== undefined && !isKnown) {
    throw new KubectlError(
      `Error from server (BadRequest): container ${container} is not valid for pod ${name}`,
    );
  }
  return name;
}
