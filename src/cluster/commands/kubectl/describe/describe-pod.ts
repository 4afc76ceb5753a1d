/** `kubectl describe pod` (k8s.io/kubectl, pkg/describe, describePod). */
import type { JsonObject } from '../../go-yaml';
import { type ApiObject, mapAt, textAt } from '../api-object';
import type { Call } from '../verb';
import { containerLines } from './describe-container';
import { volumeLines } from './describe-volumes';
import {
  annotationLines,
  eventLines,
  labelLines,
  longTime,
  mapsAt,
  underTitle,
} from './description';

export function describePod(call: Call, pod: ApiObject, nowMs: number): readonly string[] {
  const statuses = mapsAt(pod, 'status', 'containerStatuses');
  const conditions = mapsAt(pod, 'status', 'conditions').map((condition) => {
    return `  ${textAt(condition, 'type')} \t${textAt(condition, 'status')} `;
  });
  return [
    ...headLines(pod),
    'Containers:',
    ...mapsAt(pod, 'spec', 'containers').flatMap((container, at) =>
      containerLines(container, statuses[at] ?? {}),
    ),
    'Conditions:',
    '  Type\tStatus',
    ...conditions,
    ...volumeLines(mapsAt(pod, 'spec', 'volumes')),
    `QoS Class:\t${textAt(pod, 'status', 'qosClass')}`,
    ...labelLines('Node-Selectors', mapAt(pod, 'spec', 'nodeSelector')),
    ...underTitle('Tolerations', mapsAt(pod, 'spec', 'tolerations').map(tolerationText)),
    ...eventLines(call, pod, nowMs),
  ];
}

function headLines(pod: ApiObject): readonly string[] {
  const addresses = mapsAt(pod, 'status', 'podIPs').map((one) => `  IP:\t${textAt(one, 'ip')}`);
  return [
    `Name:\t${pod.metadata.name}`,
    `Namespace:\t${pod.metadata.namespace}`,
    `Priority:\t${textAt(pod, 'spec', 'priority')}`,
    `Service Account:\t${textAt(pod, 'spec', 'serviceAccountName')}`,
    `Node:\t${textAt(pod, 'spec', 'nodeName')}/${textAt(pod, 'status', 'hostIP')}`,
    `Start Time:\t${longTime(textAt(pod, 'status', 'startTime'))}`,
    ...labelLines('Labels', mapAt(pod, 'metadata', 'labels')),
    ...annotationLines(mapAt(pod, 'metadata', 'annotations')),
    `Status:\t${textAt(pod, 'status', 'phase')}`,
    `IP:\t${textAt(pod, 'status', 'podIP')}`,
    ...(addresses.length === 0 ? ['IPs:\t<none>'] : ['IPs:', ...addresses]),
  ];
}

/** `node.kubernetes.io/not-ready:NoExecute op=Exists for 300s`, by printPodTolerationsMultiline. */
function tolerationText(toleration: JsonObject): string {
  const part = (field: string) => textAt(toleration, field);
  const key = part('key');
  const value = part('value') === '' ? '' : `=${part('value')}`;
  const effect = part('effect') === '' ? '' : `${key === '' ? '' : ':'}${part('effect')}`;
  const isExists = part('operator') === 'Exists' && value === '';
  const operator = isExists ? `${key === '' && effect === '' ? '' : ' '}op=Exists` : '';
  const seconds = part('tolerationSeconds');
  return `${key}${value}${effect}${operator}${seconds === '' ? '' : ` for ${seconds}s`}`;
}
