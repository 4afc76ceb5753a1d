/** What all descriptions have in common (k8s.io/kubectl, pkg/describe/describe.go). */
import { podKind } from '../../../../k8s/resources/pod';
import type { JsonObject } from '../../go-yaml';
import type { ApiObject } from '../api-object';
import { isMap, listAt, textAt } from '../api-object';
import { LAST_APPLIED } from '../draft-object';
import { eventsOf } from '../objects/pod-events';
import { ageOf } from '../resource-type';
import type { Call } from '../verb';

const ANNOTATION_LENGTH_MAX = 140;

/** `Labels:` and the labels, one a line. */
export function labelLines(title: string, labels: JsonObject): readonly string[] {
  const entries = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return underTitle(title, entries.sort());
}

export function annotationLines(annotations: JsonObject): readonly string[] {
  const names = Object.keys(annotations).filter((name) => name !== LAST_APPLIED);
  const lines = names.sort().flatMap((name) => {
    const value = String(annotations[name] ?? '').replace(/\n$/, '');
    const isLong = value.length + name.length + 2 > ANNOTATION_LENGTH_MAX;
    if (!isLong && !value.includes('\n')) return [`${name}: ${value}`];
    return [`${name}:`, ...value.split('\n').map((line) => `  ${shortened(line)}`)];
  });
  return underTitle('Annotations', lines);
}

function shortened(line: string): string {
  const lengthMax = ANNOTATION_LENGTH_MAX - 2;
  return line.length > lengthMax ? `${line.slice(0, lengthMax)}...` : line;
}

/** The first beside the title, the others under it. */
export function underTitle(title: string, lines: readonly string[]): readonly string[] {
  const [first = '<none>', ...rest] = lines;
  return [`${title}:\t${first}`, ...rest.map((line) => `\t${line}`)];
}

/** `Thu, 05 Sep 2024 21:00:03 +0000` (RFC 1123 with the zone as a number). */
export function longTime(time: string): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

/** What has been said of the object. @param nowMs the wall clock, in milliseconds since 1970 */
export function eventLines(
  { cluster }: Call,
  { kind, metadata }: ApiObject,
  nowMs: number,
): readonly string[] {
  const pod =
    kind === podKind.kind
      ? cluster.control.store.get(podKind, metadata.name, metadata.namespace)
      : undefined;
  const events = pod === undefined ? [] : eventsOf(cluster, pod);
  if (events.length === 0) return ['Events:\t<none>'];
  const rows = events.map((event) => {
    const age = ageOf(textAt(event, 'lastTimestamp'), nowMs);
    const from = textAt(event, 'source', 'component');
    const words = [textAt(event, 'type'), textAt(event, 'reason'), age, from];
    return `  ${[...words, textAt(event, 'message')].join('\t')}`;
  });
  return [
    'Events:',
    '  Type\tReason\tAge\tFrom\tMessage',
    '  ----\t------\t----\t----\t-------',
    ...rows,
  ];
}

/** The maps in a list. */
export function mapsAt(value: JsonObject, ...way: readonly string[]): readonly JsonObject[] {
  return listAt(value, ...way).filter(isMap);
}
