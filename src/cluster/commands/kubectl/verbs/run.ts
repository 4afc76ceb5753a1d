/** `kubectl run` (k8s.io/kubectl, pkg/cmd/run): a pod of one container. */
import { type CommandResult, notModelled, printed } from '../../../../commands/command';
import { podKind } from '../../../../k8s/resources/pod';
import { goJson } from '../../go-json';
import { goYaml, type Json, type JsonObject } from '../../go-yaml';
import { isMap, textAt } from '../api-object';
import { helpError, ownError, serverError } from '../complaint';
import { draftValue } from '../draft-object';
import type { Words } from '../flags';
import { inOrder, readOutputFormat } from '../output';
import { mergePatch } from '../patches';
import { storeObjects } from '../store-objects';
import { podType } from '../types/pod-type';
import type { Call, Verb } from '../verb';

export const runVerb: Verb = {
  name: 'run',
  short: 'Run a particular image on the cluster',
  usage:
    'kubectl run NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...] [options]',
  flags: [
    { name: 'image', takes: 'text' },
    { name: 'image-pull-policy', takes: 'text' },
    { name: 'command', takes: 'switch' },
    { name: 'labels', letter: 'l', takes: 'text' },
    { name: 'annotations', takes: 'text' },
    { name: 'env', takes: 'text' },
    { name: 'port', takes: 'text' },
    { name: 'restart', takes: 'text' },
    { name: 'overrides', takes: 'text' },
    { name: 'dry-run', takes: 'text', alone: 'unchanged' },
    { name: 'output', letter: 'o', takes: 'text' },
    { name: 'privileged', takes: 'switch' },
    { name: 'stdin', letter: 'i', takes: 'switch', isUnmodelled: true },
    { name: 'tty', letter: 't', takes: 'switch', isUnmodelled: true },
    { name: 'attach', takes: 'switch', isUnmodelled: true },
    { name: 'rm', takes: 'switch', isUnmodelled: true },
    { name: 'expose', takes: 'switch', isUnmodelled: true },
    { name: 'override-type', takes: 'text', isUnmodelled: true },
  ],

  run(call) {
    const { words } = call;
    const [name] = words.operands;
    if (!words.has('image')) throw ownError('required flag(s) "image" not set');
    if (name === undefined || words.dashAt === 0) {
      throw helpError('NAME is required for run', 'run');
    }
    const pod = withOverrides(podOf(name, words), words.text('overrides'));
    const rehearsal = words.text('dry-run') ?? 'none';
    if (rehearsal === 'server') throw notModelled('kubectl run --dry-run=server');
    return rehearsal === 'none' ? create(call, name, pod) : rehearse(call, name, pod);
  },
};

function podOf(name: string, words: Words): JsonObject {
  const command = words.operands.slice(1);
  const labels = words.text('labels');
  const annotations = words.texts('annotations');
  const port = words.text('port');
  const container = {
    name,
    image: words.text('image'),
    imagePullPolicy: words.text('image-pull-policy'),
    command: words.isOn('command') && command.length > 0 ? command : undefined,
    args: !words.isOn('command') && command.length > 0 ? command : undefined,
    env: words.has('env') ? words.texts('env').map(variable) : undefined,
    ports: port === undefined ? undefined : [{ containerPort: Number(port) }],
    securityContext: words.isOn('privileged') ? { privileged: true } : undefined,
    resources: {},
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      labels: labels === undefined ? { run: name } : pairs(labels.split(',')),
      annotations: annotations.length === 0 ? undefined : pairs(annotations),
    },
    spec: {
      containers: [container],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: words.text('restart') ?? 'Always',
    },
  };
}

function variable(text: string): JsonObject {
  const [name = '', value = ''] = text.split(/=(.*)/s);
  return { name, value };
}

function pairs(texts: readonly string[]): JsonObject {
  return Object.fromEntries(
    texts.filter(Boolean).map((text) => {
      const [name = '', value = ''] = text.split(/=(.*)/s);
      return [name, value];
    }),
  );
}

/** @throws KubectlError where it is no JSON */
function withOverrides(pod: JsonObject, overrides: string | undefined): JsonObject {
  if (overrides === undefined || overrides === '') return pod;
  try {
    const patch: Json = JSON.parse(overrides);
    const merged = mergePatch(pod, patch);
    return isMap(merged) ? merged : pod;
  } catch (error) {
    if (error instanceof SyntaxError) throw ownError('Invalid JSON Patch');
    throw error;
  }
}

/** Prints what would be sent. */
function rehearse({ words, namespace }: Call, name: string, pod: JsonObject): CommandResult {
  const { name: format } = readOutputFormat(words.text('output'));
  const metadata = { ...(isMap(pod['metadata']) ? pod['metadata'] : {}), creationTimestamp: null };
  const inNamespace = words.has('namespace') ? { ...metadata, namespace } : metadata;
  const whole = { ...pod, metadata: inNamespace, status: {} };
  if (format === 'yaml') return printed(goYaml(whole));
  if (format === 'json') return printed(`${goJson(inOrder(whole), 4)}\n`);
  return printed(format === 'name' ? `pod/${name}\n` : `pod/${name} created (dry run)\n`);
}

function create({ cluster, namespace }: Call, name: string, pod: JsonObject): CommandResult {
  if (textAt(pod, 'spec', 'nodeName') === '') {
    throw notModelled(
      'a pod that waits for a scheduler; name its node with --overrides=\'{"spec":{"nodeName":"NODE"}}\'',
    );
  }
  if (cluster.control.store.get(podKind, name, namespace) !== undefined) {
    throw serverError('AlreadyExists', `pods "${name}" already exists`);
  }
  const metadata = { ...(isMap(pod['metadata']) ? pod['metadata'] : {}), namespace };
  const value: JsonObject = JSON.parse(JSON.stringify({ ...pod, metadata }));
  const draft = () => draftValue(podKind, value, name);
  const request = { type: podType, name, namespace, draft, occasion: '' };
  const key = `kubectl run ${JSON.stringify(value)}`;
  return storeObjects(cluster, key, [request], () => 'created');
}
