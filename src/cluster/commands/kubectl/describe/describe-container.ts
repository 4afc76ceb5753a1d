/** The containers of a pod, as `describePod` has them (`describeContainers`). */
import type { JsonObject } from '../../go-yaml';
import { listAt, mapAt, textAt } from '../api-object';
import { longTime, mapsAt } from './description';

/** @param status what the kubelet says of it */
export function containerLines(container: JsonObject, status: JsonObject): readonly string[] {
  const name = textAt(container, 'name');
  return [
    `  ${name}:`,
    ...identityLines(container, status),
    ...wordLines('Command', container, 'command'),
    ...wordLines('Args', container, 'args'),
    ...stateLines(status),
    ...quantityLines('Limits', mapAt(container, 'resources', 'limits')),
    ...quantityLines('Requests', mapAt(container, 'resources', 'requests')),
    ...probeLines('Liveness', mapAt(container, 'livenessProbe')),
    ...probeLines('Readiness', mapAt(container, 'readinessProbe')),
    ...probeLines('Startup', mapAt(container, 'startupProbe')),
    ...environmentLines(container),
    ...mountLines(container),
  ];
}

function identityLines(container: JsonObject, status: JsonObject): readonly string[] {
  const ports = mapsAt(container, 'ports');
  const plural = ports.length > 1 ? 's' : '';
  const shown = (field: string) =>
    ports.map((port) => `${textAt(port, field) || '0'}/${textAt(port, 'protocol')}`).join(', ') ||
    '<none>';
  return [
    `    Container ID:\t${textAt(status, 'containerID')}`,
    `    Image:\t${textAt(container, 'image')}`,
    `    Image ID:\t${textAt(status, 'imageID')}`,
    `    Port${plural}:\t${shown('containerPort')}`,
    `    Host Port${plural}:\t${shown('hostPort')}`,
  ];
}

function wordLines(title: string, container: JsonObject, field: string): readonly string[] {
  const words = listAt(container, field).flatMap((word) => String(word).split('\n'));
  return words.length === 0 ? [] : [`    ${title}:`, ...words.map((word) => `      ${word}`)];
}

function stateLines(status: JsonObject): readonly string[] {
  const isReady = textAt(status, 'ready') === 'true';
  return [
    '    State:\tRunning',
    `      Started:\t${longTime(textAt(status, 'state', 'running', 'startedAt'))}`,
    `    Ready:\t${isReady ? 'True' : 'False'}`,
    `    Restart Count:\t${textAt(status, 'restartCount')}`,
  ];
}

function quantityLines(title: string, quantities: JsonObject): readonly string[] {
  const names = Object.keys(quantities).sort();
  if (names.length === 0) return [];
  return [`    ${title}:`, ...names.map((name) => `      ${name}:\t${quantities[name]}`)];
}

function probeLines(title: string, probe: JsonObject): readonly string[] {
  if (Object.keys(probe).length === 0) return [];
  const number = (field: string, usual: number) => textAt(probe, field) || String(usual);
  const pace = [
    `delay=${number('initialDelaySeconds', 0)}s`,
    `timeout=${number('timeoutSeconds', 1)}s`,
    `period=${number('periodSeconds', 10)}s`,
    `#success=${number('successThreshold', 1)}`,
    `#failure=${number('failureThreshold', 3)}`,
  ];
  return [`    ${title}:\t${[probeTarget(probe), ...pace].join(' ')}`];
}

function probeTarget(probe: JsonObject): string {
  const { exec, httpGet, tcpSocket } = probe;
  if (exec !== undefined) return `exec [${listAt(probe, 'exec', 'command').join(' ')}]`;
  if (httpGet !== undefined) {
    const scheme = (textAt(httpGet, 'scheme') || 'HTTP').toLowerCase();
    const host = `${textAt(httpGet, 'host')}:${textAt(httpGet, 'port')}`;
    return `http-get ${scheme}://${host}${textAt(httpGet, 'path')}`;
  }
  if (tcpSocket === undefined) return 'unknown';
  return `tcp-socket ${textAt(tcpSocket, 'host')}:${textAt(tcpSocket, 'port')}`;
}

function environmentLines(container: JsonObject): readonly string[] {
  const variables = mapsAt(container, 'env');
  if (variables.length === 0) return ['    Environment:\t<none>'];
  return [
    '    Environment:',
    ...variables.map((one) => `      ${textAt(one, 'name')}:\t${variableValue(one)}`),
  ];
}

function variableValue(variable: JsonObject): string {
  const from = mapAt(variable, 'valueFrom');
  const field = textAt(from, 'fieldRef', 'fieldPath');
  const key = (kind: string) => textAt(from, kind, 'key');
  const name = (kind: string) => textAt(from, kind, 'name');
  if (field !== '') return ` (v1:${field})`;
  if (key('configMapKeyRef') !== '') {
    return `<set to the key '${key('configMapKeyRef')}' of config map '${name('configMapKeyRef')}'>\tOptional: false`;
  }
  if (key('secretKeyRef') !== '') {
    return `<set to the key '${key('secretKeyRef')}' in secret '${name('secretKeyRef')}'>\tOptional: false`;
  }
  return textAt(variable, 'value');
}

function mountLines(container: JsonObject): readonly string[] {
  const mounts = mapsAt(container, 'volumeMounts').map((mount) => {
    const flags = [textAt(mount, 'readOnly') === 'true' ? 'ro' : 'rw'];
    if (textAt(mount, 'subPath') !== '') flags.push(`path="${textAt(mount, 'subPath')}"`);
    const place = textAt(mount, 'mountPath');
    return `      ${place} from ${textAt(mount, 'name')} (${flags.join(',')})`;
  });
  return mounts.length === 0 ? ['    Mounts:\t<none>'] : ['    Mounts:', ...mounts.sort()];
}
