/** The volumes of a pod, as `describePod` has them (`describeVolumes`). */
import type { JsonObject } from '../../go-yaml';
import { mapAt, textAt } from '../api-object';
import { mapsAt } from './description';

type Rows = readonly (readonly [title: string, value: string])[];

/** By the field of the volume that says what it is. */
const SOURCES: Readonly<Record<string, (source: JsonObject) => Rows>> = {
  emptyDir: (source) => [
    ['Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"],
    ['Medium', textAt(source, 'medium')],
    ['SizeLimit', textAt(source, 'sizeLimit') || '<unset>'],
  ],
  hostPath: (source) => [
    ['Type', 'HostPath (bare host directory volume)'],
    ['Path', textAt(source, 'path')],
    ['HostPathType', textAt(source, 'type')],
  ],
  configMap: (source) => [
    ['Type', 'ConfigMap (a volume populated by a ConfigMap)'],
    ['Name', textAt(source, 'name')],
    ['Optional', textAt(source, 'optional') || 'false'],
  ],
  secret: (source) => [
    ['Type', 'Secret (a volume populated by a Secret)'],
    ['SecretName', textAt(source, 'secretName')],
    ['Optional', textAt(source, 'optional') || 'false'],
  ],
  persistentVolumeClaim: (source) => [
    [
      'Type',
      'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    ],
    ['ClaimName', textAt(source, 'claimName')],
    ['ReadOnly', textAt(source, 'readOnly') || 'false'],
  ],
  projected: (source) => [
    ['Type', 'Projected (a volume that contains injected data from multiple sources)'],
    ...mapsAt(source, 'sources').flatMap(projectedRows),
  ],
};

function projectedRows(source: JsonObject): Rows {
  if (source['serviceAccountToken'] !== undefined) {
    const seconds = textAt(source, 'serviceAccountToken', 'expirationSeconds');
    return [['TokenExpirationSeconds', seconds]];
  }
  if (source['configMap'] !== undefined) {
    const { optional = null } = mapAt(source, 'configMap');
    return [
      ['ConfigMapName', textAt(source, 'configMap', 'name')],
      ['ConfigMapOptional', optional === null ? '<nil>' : String(optional)],
    ];
  }
  return source['downwardAPI'] === undefined ? [] : [['DownwardAPI', 'true']];
}

export function volumeLines(volumes: readonly JsonObject[]): readonly string[] {
  if (volumes.length === 0) return ['Volumes:\t<none>'];
  return ['Volumes:', ...volumes.flatMap(linesOf)];
}

function linesOf(volume: JsonObject): readonly string[] {
  const found = Object.entries(SOURCES).find(([field]) => volume[field] !== undefined);
  const head = `  ${textAt(volume, 'name')}:`;
  if (found === undefined) return [head, '    <unknown>'];
  const [field, rowsOf] = found;
  const rows = rowsOf(mapAt(volume, field));
  return [head, ...rows.map(([title, value]) => `    ${title}:\t${value}`)];
}
